import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Change } from './change.ts';
import { door } from './copy.ts';

const fixture = (file: string) => readFileSync(path.join(import.meta.dirname, 'polish', file), 'utf8');
const row = `  {
    code: 'pl',
    name: 'Polski',
    locales: ['pl'],
    direction: 'ltr',
  },
`;

/** Polish, with a few words and one entry: a row and a file of words; the rest is English, and says so. */
export const language: Change = {
  heading: 'A language',
  before: '53 files of code, and all content at once',
  apply(copy) {
    copy.edit('src/i18n/languages.ts', '] as const satisfies', `${row}] as const satisfies`);
    copy.add('src/i18n/words/pl.json', fixture('words.json'));
    copy.add('knowledge/rights/silence.pl.md', fixture('silence.md'));
    expect(copy.node('src/cli/words.ts', '--check').code).toBe(0);
  },
  works(copy) {
    expect(copy.node('src/cli/words.ts').output).toMatch(/^pl: \d+ words are not translated yet/);
    const found = copy.evaluate(`
      ${door}
      import { wordsOf } from './src/i18n/words.ts';
      import { parseSchedule } from './src/news/subscriptions/schedule.ts';
      const polish = { locale: 'pl', permissions: 1n << 13n };
      const text = async interaction => JSON.stringify(await answer(interaction));
      export default {
        silence: await text(command('rights', { situation: 'rights/silence' }, polish)),
        door: await text(command('rights', { situation: 'rights/at-home' }, polish)),
        english: await text(command('rights', { situation: 'rights/silence' })),
        asked: await text(command('ask', { question: 'czy musze rozmawiac z policja' }, polish)),
        option: await text(command('rights', { situation: 'rights/silence', language: 'pl' })),
        choices: await text(autocomplete('rights', 'situation', { situation: 'czy mus' }, polish)),
        form: await text(command('curate add', {}, polish)),
        counts: [1, 2, 5].map(count => wordsOf('pl').newsroom.weekly.waiting({ count })),
        schedules: ['codziennie 9:00', 'tygodniowo środa 9:00', 'tygodniowo pon 9:00'].map(typed => parseSchedule(typed, 'pl')),
      };
    `) as Record<string, string>;
    expect(found.silence).toContain('Każdy może milczeć');
    expect(found.silence).toContain('stan na 9 października 2025');
    expect(found.silence).toContain('Nikt jeszcze nie sprawdził');
    expect(found.silence).toContain('Część moich własnych słów nie jest jeszcze przetłumaczona');
    expect(found.silence).toMatch(/"label":"English".*"label":"Español"/);
    expect(found.door).toContain('Ta odpowiedź nie jest jeszcze przetłumaczona. Oto ona po angielsku.');
    expect(found.door).toContain('judge');
    // Who speaks English sees no line about Polish, and a way to it.
    expect(found.english).not.toContain('przetłumaczona');
    expect(found.english).toContain('"label":"Polski"');
    expect(found.asked).toContain('Każdy może milczeć');
    expect(found.option).toContain('Każdy może milczeć');
    expect(found.choices).toContain('Czy muszę odpowiadać na pytania?');
    expect(found.form).toContain('Tytuł albo pytanie');
    expect(found.counts).toEqual([
      '1 wiadomość czeka: `/news queue`',
      '2 wiadomości czekają: `/news queue`',
      '5 wiadomości czeka: `/news queue`',
    ]);
    expect(found.schedules).toEqual([
      { ok: true, schedule: 'daily 09:00' },
      { ok: true, schedule: 'weekly wed 09:00' },
      { ok: true, schedule: 'weekly mon 09:00' },
    ]);
    expect(copy.node('src/cli/knowledge.ts').output).toContain('The content is in order');
    // A plural that lacks one of the language's own forms is named.
    copy.edit('src/i18n/words/pl.json', ' few {# wiadomości czekają: `/news queue`}', '');
    expect(copy.node('src/cli/words.ts', '--check').output).toContain(
      'src/i18n/words/pl.json: newsroom.weekly.waiting has no text for “few” of {count}',
    );
  },
};
