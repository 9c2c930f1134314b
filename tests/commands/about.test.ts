import { expect, it } from 'vitest';
import type { Entry } from '../../src/knowledge/content/entry.ts';
import { oneEntryKnowledge, openDoor } from '../support/door.ts';
import { emptyKnowledge } from '../support/empty-knowledge.ts';
import { command } from '../support/interactions.ts';

const base = oneEntryKnowledge('Text.').entries.get('rights/at-home');
if (!base) throw new Error('no entry');

function entry(
  id: string,
  asOf: string,
  changes: Partial<Entry> = {},
  translation: 'reviewed' | 'unreviewed' = 'unreviewed',
): [string, Entry] {
  const { text } = base as Entry;
  const es = { ...text.en, translation };
  return [id, { ...(base as Entry), id, asOf, text: { ...text, es }, ...changes }];
}

const knowledge = {
  ...emptyKnowledge(),
  entries: new Map([
    entry('rights/a', '2025-01-22'),
    entry('rights/b', '2026-09-17', {}, 'reviewed'),
    entry('rights/old', '2017-08-28', { status: 'historical', describes: '2017' }),
    entry('grants/a', '2026-01-20', { topic: 'grants' }),
    entry('outlook/a', '2026-11-22', { topic: 'outlook' }),
  ]),
};

it('/about tells how old the facts of each topic are, and how many translations a person has reviewed', async () => {
  const door = openDoor({ knowledge });
  const english = await door.say(command('about', {}));
  expect(english.text).toContain(
    '- `/rights`: from January 2025 to September 2026\n- `/grants`: January 2026\n',
  );
  expect(english.text).not.toContain('outlook');
  expect(english.text).toContain('A person has reviewed 1 of 5 translations');
  const spanish = await door.say(command('about', { language: 'es' }));
  expect(spanish.text).toContain(
    '- `/rights`: de enero de 2025 a septiembre de 2026\n- `/grants`: enero de 2026\n',
  );
  expect(spanish.text).toContain('Una persona ha revisado 1 de 5 traducciones');
});
