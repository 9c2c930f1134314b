import { expect, it } from 'vitest';
import { languages, ownName } from '../../../src/i18n/languages.ts';
import type { Entry } from '../../../src/knowledge/content/entry.ts';
import { firstScreen } from '../../../src/knowledge/content/first-screen.ts';
import { oneEntryKnowledge, openDoor } from '../../support/door.ts';
import { command, press } from '../../support/interactions.ts';

const base = oneEntryKnowledge('').entries.get('rights/at-home');
if (!base) throw new Error('no entry');

const lines = '- Keep the door closed.\n- Say nothing.';
const number = 'Call <+18555550100>.';
const inOthers = languages
  .filter(language => language !== 'en')
  .map(ownName)
  .join(' · ');

/** The bot over one entry of this kind; the texts of its answer in their order, each row of buttons as the labels in it. */
async function shown(changes: Partial<Entry>, body: string): Promise<string[]> {
  const entry: Entry = { ...(base as Entry), ...changes };
  const text = { en: { ...entry.text.en, body }, es: { ...entry.text.en, body } };
  const knowledge = { ...oneEntryKnowledge(''), entries: new Map([[entry.id, { ...entry, text }]]) };
  const { response } = await openDoor({ knowledge }).handle(command('rights', { situation: entry.id }));
  const { data } = response as unknown as { data: { components: [{ components: Part[] }] } };
  return data.components[0].components.flatMap(({ content, components }) =>
    content ? [content] : components ? [components.map(({ label }) => label).join(' · ')] : [],
  );
}

interface Part {
  readonly content?: string;
  readonly label?: string;
  readonly components?: readonly Part[];
}

it('an urgent answer begins with what to do, the number and the languages; the rest comes after', async () => {
  const parts = await shown({ urgent: true, status: 'open' }, `${lines}\n${number}\n\nThe rest.`);
  expect(parts.slice(0, 4)).toEqual([
    `## If they come to your door\n${lines}\n${number}`,
    `${inOthers} · Who to call`,
    expect.stringContaining('> **This matter is still open. Last confirmed 1 January 2026'),
    'The rest.',
  ]);
  expect(parts.slice(4).join()).not.toContain(inOthers);
  expect(parts.at(-1)).toBe('Show in channel · Wrong or old?');
});

it('one that is not urgent, or begins otherwise, is shown as ever', async () => {
  for (const [changes, body] of [
    [{}, `${lines}\n${number}\n\nThe rest.`],
    [{ urgent: true }, 'No number here.'],
  ] as const) {
    const [head, text, ...rest] = await shown(changes, body);
    expect(head).toBe('## If they come to your door');
    expect(text).toBe(body);
    expect(rest.at(-1)).toBe(`Show in channel · ${inOthers} · Wrong or old?`);
  }
});

it.each([
  [
    { status: 'open', reviewBy: '2026-04-01' },
    'Facts from 1 January 2026. Nobody has checked since. This matter is still open; there may be newer rulings.',
  ],
  [{ status: 'current', reviewBy: '2026-04-01' }, 'Facts from 1 January 2026. Nobody has checked since.'],
  [
    { status: 'open', reviewBy: '2027-01-01' },
    'This matter is still open. Last confirmed 1 January 2026; there may be newer rulings.',
  ],
] as const)('the banner of %o says all there is to say', async (changes, banner) => {
  const [head] = await shown(changes, 'Text.');
  expect(head).toBe(`## If they come to your door\n> **${banner}**`);
});

it('the button leads to whom to call, in its language', async () => {
  const door = openDoor({ knowledge: oneEntryKnowledge('') });
  const said = await door.say(press('hotline:open:es'));
  expect(said.text).toContain('A quién llamar');
  expect(said.private).toBe(true);
});

it('a text is parted after its last number in the first four lines', () => {
  expect(firstScreen('- Hurt? Call 911.\n\nCall <+18555550100>.\nMore. Call 988.\n\nRest')).toEqual({
    lines: ['- Hurt? Call 911.', 'Call <+18555550100>.'],
    number: 'More. Call 988.',
    rest: 'Rest',
  });
  expect(firstScreen('Call 911.\nRest')).toBeUndefined();
  expect(firstScreen('One.\nIt was 1911 and 911-4.')).toBeUndefined();
});
