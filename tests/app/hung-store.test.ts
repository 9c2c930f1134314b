import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import {
  ana,
  type Door,
  guild,
  member,
  oneEntryKnowledge,
  openDoor,
  parking,
  published,
} from '../support/door.ts';
import { autocomplete, command, press } from '../support/interactions.ts';

/** A store in memory that stops answering, without a word, when told to: a network disk that is gone, a database behind a dead link. */
function hangingStore(): Store & { hung: boolean } {
  const memory = createMemoryStore();
  const never = new Promise<never>(() => {});
  const store: Store & { hung: boolean } = {
    ...memory,
    hung: false,
    read: (collection, id) => (store.hung ? never : memory.read(collection, id)),
    update: (collection, id, change) => (store.hung ? never : memory.update(collection, id, change)),
    due: (collection, now) => (store.hung ? never : memory.due(collection, now)),
    async *keys(prefix) {
      if (store.hung) await never;
      yield* memory.keys(prefix);
    },
    ping: () => (store.hung ? never : memory.ping()),
  };
  return store;
}

describe('while the storage never answers', () => {
  const opened = async (): Promise<{ door: Door; entry: string; store: ReturnType<typeof hangingStore> }> => {
    const store = hangingStore();
    const door = openDoor({ store, knowledge: oneEntryKnowledge('stays calm.'), patience: 30 });
    const entry = await published(door, parking);
    return { door, entry, store };
  };

  it('members get the answers that come with the bot', async () => {
    const { door, store } = await opened();
    // Of this server nothing is in memory yet.
    const elsewhere = (interaction: object) => ({ ...interaction, guild_id: '200000000000000009' }) as never;
    store.hung = true;
    const rights = await door.say(elsewhere(command('rights', { situation: 'rights/at-home' }, member)));
    expect(rights.text).toContain('stays calm');
    const asked = await door.say(
      elsewhere(command('ask', { question: 'if they come to your door' }, member)),
    );
    expect(asked.text).toContain('stays calm');
    expect((await door.say(elsewhere(command('help', {}, member)))).text).toContain('/rights');
  });

  it('and those of the community that are in memory', async () => {
    const { door, entry, store } = await opened();
    store.hung = true;
    expect((await door.say(command('faq', { entry }, member))).text).toContain('church');
    expect((await door.say(press(`faq:open:${entry}:es`, member))).text).toContain('iglesia');
  });

  it('typing gets no suggestions, a form asks to try again', async () => {
    const { door, store } = await opened();
    store.hung = true;
    door.clock = new Date(door.clock.getTime() + 3_600_000);
    const typed = await door.say(
      autocomplete('curate restore', 'revision', { entry: 'x', revision: '' }, ana),
    );
    expect(typed.choices).toEqual([]);
    expect((await door.say(press(`curate:redo:${'d'.repeat(32)}:1:0`, ana))).text).toContain('try again');
  });

  it('settings that were known count on, and nobody gains rights', async () => {
    const { door, store } = await opened();
    await door.services.settings.change(guild, { language: 'es' });
    await door.services.settings.of(guild);
    store.hung = true;
    door.clock = new Date(door.clock.getTime() + 3_600_000);
    expect(await door.services.settings.of(guild)).toMatchObject({ language: 'es' });
    expect(await door.services.settings.of('200000000000000009')).toEqual({ requireSecond: false });
  });
});
