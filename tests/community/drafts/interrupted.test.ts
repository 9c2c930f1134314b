import { expect, it } from 'vitest';
import { StoreUnavailable } from '../../../src/lib/unavailable.ts';
import { createMemoryStore } from '../../../src/storage/memory/memory-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import { ana, boss, guild, openDoor, published } from '../../support/door.ts';
import { command, press, submit } from '../../support/interactions.ts';

/** A store in memory that goes away after `left` more changes. */
function breakingStore(): Store & { left: number } {
  const memory = createMemoryStore();
  const use = () => {
    if (--store.left < 0) throw new StoreUnavailable('away');
  };
  const store: Store & { left: number } = {
    ...memory,
    left: Number.POSITIVE_INFINITY,
    async update(collection, id, change) {
      use();
      return await memory.update(collection, id, change);
    },
    async forget(key) {
      use();
      await memory.forget(key);
    },
  };
  return store;
}

const titles = ['Park', 'Food', 'School', 'Bus', 'Church'];

async function filled(store: Store) {
  const door = openDoor({ store });
  for (const title of titles) await published(door, { title, answer_en: `About ${title}.` });
  return door;
}

it('an import that breaks off does not say that nothing was changed, and goes on when pressed again', async () => {
  const file = (await (await filled(createMemoryStore())).say(command('curate export', {}, ana))).files[0]
    ?.content;
  const store = breakingStore();
  const door = openDoor({ store, fetch: async () => new Response(file ?? '') });
  const asked = command('curate import', { file: '9' }, ana) as unknown as { data: Record<string, unknown> };
  const url = 'https://cdn.discordapp.com/attachments/1/2/faq.json';
  asked.data.resolved = { attachments: { 9: { id: '9', url, filename: 'faq.json', size: 10 } } };
  const plan = await door.say(asked as never);
  store.left = 2;
  const broken = await door.say(press(plan.button('Apply'), ana));
  expect(broken.text).not.toContain('nothing was changed');
  expect(broken.text).toContain('broke off');
  store.left = Number.POSITIVE_INFINITY;
  const done = await door.say(press(broken.button('Apply'), ana));
  expect(done.text).toContain('Added: **3**');
  expect(await door.services.community.entries.size(guild)).toBe(titles.length);
});

it('nor does an erasure', async () => {
  const store = breakingStore();
  const door = await filled(store);
  store.left = 3;
  const broken = await door.say(submit('settings:forget', { confirm: 'ERASE' }, boss));
  expect(broken.text).not.toContain('nothing was changed');
  expect(broken.text).toContain('broke off');
  store.left = Number.POSITIVE_INFINITY;
  const done = await door.say(submit('settings:forget', { confirm: 'ERASE' }, boss));
  expect(done.text).toContain('erased everything');
  expect(await Array.fromAsync(store.keys(''))).toEqual([]);
});
