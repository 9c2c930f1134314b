import { expect, test } from 'vitest';
import { readPack } from '../../../src/knowledge/content/pack.ts';

const topic = (changes: Readonly<Record<string, string>> = {}) => {
  const { id, name, option, spanish, order } = {
    id: 'ferries',
    name: 'ferries',
    option: 'deck',
    spanish: 'barcos',
    order: '',
    ...changes,
  };
  return `
  - id: ${id}
    command:
      option: deck
      en: { name: ${name}, description: d, option: ${option}, optionDescription: o, help: h }
      es: { name: ${spanish}, description: d, option: cubierta, optionDescription: o, help: h }
    order: [${order}]`;
};
const packOf = (...topics: readonly string[]) =>
  `about: { en: boats, es: barcos }\ntimezone: UTC\ntopics:${topics.join('')}\n`;
const faults = (text: string | undefined) => {
  const read = readPack(text);
  return read.ok ? [] : read.faults.map(({ file, reason }) => `${file}: ${reason}`);
};

test('a pack needs little', () => {
  const read = readPack(packOf(topic(), '\n  - id: lanterns'));
  expect(read).toMatchObject({
    ok: true,
    pack: { timezone: 'UTC', zones: [], topics: [{ id: 'ferries' }, { id: 'lanterns', order: [] }] },
  });
  expect(faults(undefined)).toEqual(['pack.yaml: the file is missing']);
});

test.each([
  [{ name: 'boats' }, '`command`, `en`, `name` is “boats” but must be “ferries”'],
  [{ option: 'where' }, '`command`, `en`, `option` is “where” but must be “deck”'],
  [{ spanish: 'Barcos' }, '`command`, `es`, `name` must be in lower case'],
  [{ spanish: 'los barcos' }, '`es`, `name` is “los barcos” but must be at most 32 letters'],
  [{ order: 'ferries/a, ferries/a' }, '`order` names the same entry twice'],
  [{ id: 'developments', name: 'developments' }, '`id` is the folder of what happened, so no topic'],
])('what Discord or the bot would stumble over is a fault: %o', (changes, reason) => {
  expect(faults(packOf(topic(changes)))).toEqual([expect.stringContaining(reason)]);
});

test('a command is described in every language', () => {
  const without = packOf(topic()).replace(/\n +es: .*/, '');
  expect(faults(without)).toEqual(['pack.yaml: `topics`, item 1, `command`, `es` is missing']);
});

test('topics of a pack with other faults are still known, so that the rest is checked with them', () => {
  const read = readPack(packOf(topic()).replace('UTC', 'Atlantis'));
  expect(read).toMatchObject({ ok: false, topics: [{ id: 'ferries' }] });
  expect(faults(packOf(topic(), topic()).replace('UTC', 'Atlantis'))).toEqual([
    'pack.yaml: `timezone` is “Atlantis” but must be a time zone such as America/Denver',
    'pack.yaml: `topics` has the same one twice',
  ]);
});
