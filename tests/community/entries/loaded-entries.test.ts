import { expect, onTestFinished, test } from 'vitest';
import { faqCollection, faqKey } from '../../../src/community/entries/entry.ts';
import { createEntryCache } from '../../../src/community/entries/entry-cache.ts';
import { remove, revise } from '../../../src/community/entries/revise.ts';
import { createSearch } from '../../../src/knowledge/search/create-search.ts';
import { emptyLexicon } from '../../../src/knowledge/search/lexicon.ts';
import type { EditableSearch } from '../../../src/knowledge/search/search.ts';
import { createMemoryStore } from '../../../src/storage/memory/memory-store.ts';

const guildId = '440000000000000001';
const by = '410000000000000001';
const at = '2026-11-24T12:00:00.000Z';

/** A community with two entries, over a search that is there when `build` is called. */
async function community() {
  const store = createMemoryStore();
  let build = () => {};
  const built = new Promise<EditableSearch>(resolve => {
    build = () => resolve(createSearch([], emptyLexicon).community([]));
  });
  const cache = createEntryCache({ store, createSearch: () => built });
  onTestFinished(cache.close);
  const publish = async (id: string, title: string) => {
    const content = { title, answers: { en: 'Ask at the desk.' }, aliases: [] };
    await store.update(faqCollection, faqKey(guildId, id), entry => [
      revise(entry, { by, at, content }),
      undefined,
    ]);
    await cache.refresh(guildId, id);
  };
  await publish('parking', 'Where can I park?');
  await publish('laundry', 'Where is the laundry?');
  return { store, cache, publish, build: () => build() };
}

test('what changes while a community’s search is made is found as it is afterwards', async () => {
  const { store, cache, publish, build } = await community();
  const asking = cache.ask(guildId, 'where is the swimming pool', 'en');
  await publish('pool', 'Where is the swimming pool?');
  await publish('laundry', 'How do I wash clothes?');
  await store.update(faqCollection, faqKey(guildId, 'parking'), entry => [
    remove(entry, { by, at, base: 1 })[0] ?? entry,
    undefined,
  ]);
  await cache.refresh(guildId, 'parking');
  build();
  expect((await asking).hits[0]?.id).toBe('pool');
  expect((await cache.ask(guildId, 'wash clothes', 'en')).hits[0]?.id).toBe('laundry');
  expect((await cache.ask(guildId, 'park', 'en')).hits).toEqual([]);
});

test('while no search is there, a person who types finds entries by their names, and opens them', async () => {
  const { cache } = await community();
  const found = await cache.suggest(guildId, 'LAUN', 'en');
  expect(found.map(({ id }) => id)).toEqual(['laundry']);
  expect((await cache.get(guildId, 'parking'))?.content.title).toBe('Where can I park?');
});
