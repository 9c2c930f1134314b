import { expect, it } from 'vitest';
import { folders } from '../../../src/app/folders.ts';
import { renderFaults } from '../../../src/app/render-check.ts';
import type { Entry, Knowledge } from '../../../src/knowledge/content/entry.ts';
import { loadKnowledge } from '../../../src/knowledge/content/load.ts';

const loaded = await loadKnowledge(folders.knowledge);
if (!loaded.ok) throw new Error('the content has faults');
const { knowledge } = loaded;

const withBody = (body: string): Knowledge => {
  const [first] = knowledge.entries.values();
  if (!first) throw new Error('no entries');
  const entry: Entry = { ...first, text: { ...first.text, es: { ...first.text.en, body } } };
  return { ...knowledge, entries: new Map([[entry.id, entry]]) };
};

it('takes the real content', () => {
  expect(renderFaults(knowledge)).toEqual([]);
});

it('names the file of an answer that fills too many pages', () => {
  const [fault] = renderFaults(withBody('Una frase de prueba. '.repeat(300)));
  expect(fault?.file).toMatch(/\.es\.md$/);
  expect(fault?.reason).toContain('pages');
});

it('names a development that does not fit', () => {
  const [development] = knowledge.developments;
  if (!development) throw new Error('no developments');
  const long = {
    ...development,
    text: { ...development.text, en: { ...development.text.en, body: 'word '.repeat(300) } },
  };
  const [fault] = renderFaults({ ...knowledge, entries: new Map(), developments: [long] });
  expect(fault?.file).toBe(`developments/${development.id}.en.md`);
});
