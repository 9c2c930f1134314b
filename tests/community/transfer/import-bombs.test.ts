import { expect, it } from 'vitest';
import { textFaults } from '../../../src/knowledge/content/text-safety.ts';
import { ana, openDoor } from '../../support/door.ts';
import { command } from '../../support/interactions.ts';

const frame = { format: 'trust-act-bot/faq', version: 1 };
const list = <T>(length: number, make: (at: number) => T) => Array.from({ length }, (_, at) => make(at));
const revision = (content: object, n = 1) => ({ n, at: '2026-01-01T00:00:00Z', by: '1', content });

async function imported(text: string) {
  const door = openDoor({ fetch: async () => new Response(text) });
  const asked = command('curate import', { file: '9' }, ana) as unknown as { data: Record<string, unknown> };
  const url = 'https://cdn.discordapp.com/attachments/1/2/faq.json';
  asked.data.resolved = { attachments: { 9: { id: '9', url, filename: 'faq.json', size: text.length } } };
  const said = await door.say(asked as never);
  expect(door.errors).toEqual([]);
  return said;
}

/** What Discord takes from a bot, in bytes. */
const uploadLimit = 10 * 1024 * 1024;

it.each([
  [
    'hundreds of thousands of wrong values',
    { ...frame, entries: list(900, at => ({ id: `a${at}`, revisions: list(400, () => 0) })) },
  ],
  ['a key of megabytes', { ...frame, entries: [{ id: 'a', ['k'.repeat(7_000_000)]: 1, revisions: [] }] }],
  [
    'hundreds of thousands of keys',
    { ...frame, ...Object.fromEntries(list(200_000, at => [`k${at}`, 1])), entries: [] },
  ],
  [
    'hundreds of thousands of unsafe words',
    {
      ...frame,
      entries: list(700, at => ({
        id: `e${at}`,
        revisions: [
          revision({ title: `T${at}`, answers: { en: list(900, n => `<@${n}>`).join('') }, aliases: [] }),
        ],
      })),
    },
  ],
  [
    'titles of kilobytes that are all taken',
    {
      ...frame,
      entries: list(700, at => ({
        id: `e${at}`,
        revisions: [revision({ title: '*'.repeat(9_000), answers: { en: 'x' }, aliases: [] })],
      })),
    },
  ],
])('%s are refused with a list that can be sent', async (_what, file) => {
  const said = await imported(JSON.stringify(file));
  expect(said.text).toContain('I can’t take this file');
  for (const { content } of said.files) expect(Buffer.byteLength(content)).toBeLessThan(uploadLimit / 10);
});

it('millions of brackets are not even parsed', async () => {
  const said = await imported('['.repeat(4_000_000) + ']'.repeat(4_000_000));
  expect(said.text).toContain('too many brackets');
});

it('while a file is checked, others get their turn', async () => {
  const contents = list(400, at =>
    revision({ title: `T${at}`, answers: { en: 'a.'.repeat(1_500) }, aliases: [] }, at + 1),
  );
  let turns = 0;
  let done = false;
  const count = () => {
    turns++;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  const said = await imported(JSON.stringify({ ...frame, entries: [{ id: 'a', revisions: contents }] }));
  done = true;
  expect(said.has('Apply')).toBe(true);
  expect(turns).toBeGreaterThanOrEqual(contents.length);
});

it.each(['a.', 'a-', 'a', '`', '[', '[a]', '](', '<@1', '**a', '%2f'])(
  'a megabyte of %s is checked, which it would not be in this test’s time were the cost the square of the length',
  hostile => {
    expect(textFaults(`[${hostile.repeat(1_000_000 / hostile.length)}](https://x.org)`)).toBeInstanceOf(
      Array,
    );
  },
);
