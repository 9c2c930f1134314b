import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memberAnswer } from '../../../commands/answers/entry-content-reply.ts';
import { faultSentence } from '../../../commands/curate/fault-sentence.ts';
import { newEntryId } from '../../../src/community/drafts/drafts.ts';
import { contentChanges } from '../../../src/community/entries/changes.ts';
import {
  type Content,
  contentOf,
  contentSchema,
  fieldsOf,
  limits,
  normalName,
  sameContent,
} from '../../../src/community/entries/content.ts';
import { contentFaults } from '../../../src/community/entries/content-faults.ts';
import { entryId } from '../../../src/community/entries/entry.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { textFaults } from '../../../src/knowledge/content/text-safety.ts';
import { render } from '../../../src/messaging/render.ts';

const nobody = () => undefined;
const good: Content = { title: 'Where to park', answers: { en: 'Behind the church.' }, aliases: ['car'] };
const codes = (change: Partial<Content>, ownerOf: (name: string) => string | undefined = nobody) =>
  contentFaults({ ...good, ...change }, ownerOf).map(({ code }) => code);

describe('what may be published', () => {
  test('a plain answer', () => expect(codes({})).toEqual([]));

  test.each<[string, Partial<Content>, string[]]>([
    ['no title', { title: '' }, ['no-title']],
    ['a title of marks', { title: '?!' }, ['no-title']],
    ['no answer', { answers: {} }, ['no-answer']],
    ['an answer of spaces', { answers: { es: ' \n' } }, ['no-answer']],
    ['a long title', { title: 'x'.repeat(91) }, ['too-long']],
    ['a long answer', { answers: { en: 'ok', es: 'x'.repeat(limits.answer + 1) } }, ['too-long']],
    ['a long alias', { aliases: ['x'.repeat(91)] }, ['too-long']],
    ['many aliases', { aliases: Array.from({ length: 17 }, (_, at) => `alias ${at}`) }, ['too-many-aliases']],
    ['an alias of marks', { aliases: ['...'] }, ['empty-alias']],
    ['an alias like the title', { aliases: ['WHERE to párk?'] }, ['duplicate']],
    ['an http source', { source: 'http://example.org/' }, ['source-not-https']],
    ['a script source', { source: 'javascript:alert(1)' }, ['source-not-https']],
    ['no address', { source: 'my cousin' }, ['source-not-an-address']],
    ['an address with a user', { source: 'https://irs.gov@evil.example/' }, ['source-not-an-address']],
    ['a local address', { source: 'https://localhost/' }, ['source-not-an-address']],
    ['a number for an address', { source: 'https://127.0.0.1/' }, ['source-not-an-address']],
    ['an invitation', { source: 'https://discord.gg/abc' }, ['source-invite']],
    ['a longer invitation', { source: 'https://canary.discord.com/invite/abc' }, ['source-invite']],
    ['a long source', { source: `https://example.org/${'x'.repeat(500)}` }, ['too-long']],
    ['everyone', { answers: { en: 'Hi @everyone' } }, ['unsafe']],
    ['a role in the title', { title: 'Ask <@&123>' }, ['unsafe']],
    ['an alias that turns right to left', { aliases: ['abc\u202edef'] }, ['unsafe']],
    ['a hidden space', { answers: { en: 'pass\u200bword' } }, ['unsafe']],
    ['a link to elsewhere', { answers: { en: '[ilga.gov](https://evil.example)' } }, ['unsafe']],
    ['an open code block', { answers: { en: '```\nswallows the footer' } }, ['unsafe']],
  ])('not with %s', (_name, change, expected) => expect(codes(change)).toEqual(expected));

  test('not with a name of another answer, told with its title', () => {
    const ownerOf = (name: string) => (name === 'car' ? 'Driving' : undefined);
    expect(contentFaults(good, ownerOf)).toEqual([
      { code: 'duplicate', part: 'aliases', name: 'car', other: 'Driving' },
    ]);
  });

  test('every fault is told at once, in both languages, with what to do', () => {
    const faults = contentFaults(
      {
        title: 'x'.repeat(95),
        answers: { en: '**open <@1>' },
        aliases: ['...', 'y'.repeat(99)],
        source: 'ftp://x.org',
      },
      nobody,
    );
    expect(faults.length).toBeGreaterThanOrEqual(6);
    for (const language of languages) {
      const sentences = faults.map(fault => faultSentence(fault, language));
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const sentence of sentences) expect(sentence).toMatch(/\S{2,}.*[.:]/);
    }
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.stringMatching(/^[a-z@*_`[\]()<>#:/. ]{0,80}$/),
  fc.constantFrom(
    '@everyone',
    '<@&1>',
    'discord.gg/x',
    '**',
    '```',
    '\u202e',
    'https://x.org',
    'x'.repeat(4_000),
  ),
);
const fields = fc
  .record({ title: text, answer_en: text, answer_es: text, aliases: text, source: text })
  .map(record => new Map(Object.entries(record)));

describe('the form and the rules, for any text', () => {
  test('what a form gives can be kept, shown again and read to the same content', () => {
    fc.assert(
      fc.property(fields, sent => {
        const content = contentOf(sent);
        expect(contentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
        expect(sameContent(contentOf(new Map(Object.entries(fieldsOf(content)))), content)).toBe(true);
      }),
    );
  });

  test('what passes is within the limits, safe, and fits a message of Discord in each language', () => {
    fc.assert(
      fc.property(fields, sent => {
        const content = contentOf(sent);
        if (contentFaults(content, nobody).length > 0) return;
        const texts = [content.title, ...Object.values(content.answers), ...content.aliases];
        expect(texts.flatMap(each => textFaults(each ?? ''))).toEqual([]);
        expect(content.title.length).toBeLessThanOrEqual(limits.title);
        for (const language of languages) {
          const shown = { content, at: '2026-11-24T12:00:00Z', override: false };
          const reply = memberAnswer(shown, { language, page: 0, turn: page => ['faq', String(page)] });
          const rendered = render(reply, language);
          expect(rendered.allowed_mentions).toEqual({ parse: [] });
          const characters = JSON.stringify(rendered.components)
            .match(/"content":"(\\.|[^"])*"/g)
            ?.join('').length;
          expect(characters).toBeLessThanOrEqual(4_500);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('every fault has words', () => {
    fc.assert(
      fc.property(fields, fc.constantFrom(...languages), (sent, language) => {
        for (const fault of contentFaults(contentOf(sent), name => (name.length > 3 ? 'Other' : undefined))) {
          expect(faultSentence(fault, language).length).toBeGreaterThan(10);
        }
      }),
    );
  });

  test('an id can be made of any title', () => {
    fc.assert(
      fc.property(text, title => {
        expect(entryId.safeParse(newEntryId(title, '0a1b2c3d')).success).toBe(true);
      }),
    );
  });

  test('names compare as people type them', () => {
    expect(normalName('¿Dónde  ESTACIONAR?')).toBe('donde estacionar');
    fc.assert(
      fc.property(text, name => {
        expect(normalName(normalName(name))).toBe(normalName(name));
      }),
    );
  });

  test('changes stay near their length and mention nobody', () => {
    fc.assert(
      fc.property(fields, fields, (one, two) => {
        const changes = contentChanges(contentOf(one), contentOf(two), 'en', 600);
        expect(changes.length).toBeLessThan(1_300);
        expect(changes).not.toMatch(/(?<!\\)@everyone|<@&/);
      }),
    );
  });
});

describe('changes', () => {
  test('sentences that stayed are left out', () => {
    const before = { ...good, answers: { en: 'Behind the church. Second gate.\n- free' } };
    const after = {
      ...good,
      answers: { en: 'Behind the church. Third gate.\n- free' },
      aliases: ['car', 'lot'],
    };
    expect(contentChanges(before, after, 'en', 500)).toBe(
      [
        '**Answer in English**',
        'Taken out: Second gate.',
        'Added: Third gate.',
        '**Other names**',
        'Added: lot',
      ].join('\n'),
    );
  });

  test('spaces alone, and nothing, are told as that', () => {
    const spaced = { ...good, answers: { en: 'Behind  the church.' } };
    expect(contentChanges(good, spaced, 'en', 500)).toContain('Only spaces');
    expect(contentChanges(good, good, 'en', 500)).toBe('No visible change.');
  });

  test('what does not fit is counted', () => {
    const long = {
      ...good,
      answers: { en: Array.from({ length: 50 }, (_, at) => `Sentence ${at}.`).join(' ') },
    };
    expect(contentChanges(good, long, 'en', 200)).toMatch(/… and \d+ more changes$/);
  });
});
