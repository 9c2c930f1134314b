import { expect, test } from 'vitest';
import { StoreUnavailable } from '../../../src/lib/unavailable.ts';
import { createApprovedNews } from '../../../src/news/approved/approved-news.ts';
import { approve, type NewItem } from '../../../src/news/approved/news.ts';
import { createMemoryStore } from '../../../src/storage/memory/memory-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import { noKnowledge } from '../post-rig.ts';

const clock = () => new Date('2026-06-01T12:00:00Z');
const item = (id: string, values: Partial<NewItem> = {}): NewItem => ({
  id,
  kind: 'law',
  date: '2026-05-30',
  words: { en: { title: `About ${id}`, summary: 'Text.' } },
  sources: [],
  entries: ['rights/at-home'],
  ...values,
});
const service = (store: Store) => createApprovedNews({ store, knowledge: noKnowledge, clock });

test('an answer gets the newest unsettled line, also of what another replica has just approved', async () => {
  const store = createMemoryStore();
  const [here, there] = [service(store), service(store)];
  const line = async () => (await here.since('1', 'rights/at-home', 'es'))?.line;
  expect(await line()).toBeUndefined();
  await there.change('1', news => approve(news, item('old', { date: '2026-01-01' }), clock()));
  await there.change('1', news => approve(news, item('new'), clock()));
  await there.change('1', news => approve(news, item('elsewhere', { entries: ['rights/in-jail'] }), clock()));
  await there.change('1', news => approve(news, item('dev.2026-06-01-shipped'), clock()));
  expect(await line()).toBe('About new');
  expect(await here.since('2', 'rights/at-home', 'es')).toBeUndefined();
});

test('an answer does not wait for a storage that is away, or that never answers', async () => {
  const store = createMemoryStore();
  const away = service({ ...store, read: async () => Promise.reject(new StoreUnavailable('away')) });
  expect(await away.since('1', 'rights/at-home', 'en')).toBeUndefined();
  const hung = service({ ...store, read: () => new Promise(() => {}) });
  expect(await hung.since('1', 'rights/at-home', 'en')).toBeUndefined();
  expect(await hung.since('2', 'rights/at-home', 'en')).toBeUndefined();
});
