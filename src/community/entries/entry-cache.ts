import { LRUCache } from 'lru-cache';
import type { Language } from '../../i18n/languages.ts';
import type { EditableSearch, Hit } from '../../knowledge/search/search.ts';
import { suggestByName } from '../../knowledge/search/suggest-by-name.ts';
import { inSteps } from '../../lib/in-steps.ts';
import { timedOut, typingPatience, withTimeout } from '../../lib/timeout.ts';
import type { Store } from '../../storage/store.ts';
import { normalName } from './content.ts';
import { faqCollection } from './entry.ts';
import {
  type CommunityEntry,
  fillSteps,
  findablesOf,
  isLive,
  type LoadedEntries,
  loadEntries,
  place,
  readEntry,
} from './loaded-entries.ts';

/** The entries of communities, found and read from memory. */
export interface EntryCache {
  /** A live entry. */
  get(guildId: string, id: string): Promise<CommunityEntry | undefined>;
  /** All entries, also the removed ones, in no promised order. */
  all(guildId: string): Promise<readonly CommunityEntry[]>;
  /** How many are live. */
  size(guildId: string): Promise<number>;
  /** A live entry by id, title or alias, as people type them. */
  named(guildId: string, typed: string): Promise<CommunityEntry | undefined>;
  /** The live entry, other than `except`, that has this name as `normalName` gives it. */
  ownerOf(guildId: string, name: string, except: string): Promise<CommunityEntry | undefined>;
  ask(
    guildId: string,
    question: string,
    language: Language,
  ): Promise<{ sure: boolean; hits: readonly Hit[] }>;
  /** At most 25 live entries while a person types: exact title, alias, prefix, then search. Empty text gives none. */
  suggest(guildId: string, typed: string, language: Language): Promise<readonly CommunityEntry[]>;
  /** Reads an entry anew, so that what was just written is found here at once. */
  refresh(guildId: string, id: string): Promise<void>;
  close(): void;
}

/** Communities kept in memory; the one used longest ago makes place. */
const knownGuilds = 500;
/**
 * Each community's entries are read when first needed and kept up to date by the store's notices, so every replica finds what any of them
 * published. Rejects with the store's error while the storage is away and the community is not in memory.
 */
export function createEntryCache({
  store,
  createSearch,
}: {
  store: Store;
  /** An empty search for one community. */
  createSearch: () => Promise<EditableSearch>;
}): EntryCache {
  const communities = new LRUCache<string, Promise<LoadedEntries>>({ max: knownGuilds });

  const refresh = async (guildId: string, id: string) => {
    const loaded = await communities.get(guildId);
    if (loaded) place(loaded, id, await readEntry(store, guildId, id));
  };

  const unwatch = store.watch(
    key => {
      const [name, guildId = '', id] = key.split(':');
      if (name !== faqCollection.name || id === undefined || !communities.has(guildId)) return;
      // Where it cannot be read now, the next question reads the community anew.
      refresh(guildId, id).catch(() => communities.delete(guildId));
    },
    () => communities.clear(),
  );

  const entriesOf = (guildId: string): Promise<LoadedEntries> => {
    const known = communities.get(guildId);
    if (known) return known;
    const loaded = loadEntries(store, guildId);
    communities.set(guildId, loaded);
    loaded.catch(() => communities.peek(guildId) === loaded && communities.delete(guildId));
    return loaded;
  };

  const searchOf = (loaded: LoadedEntries): Promise<EditableSearch> => {
    if (loaded.search) return loaded.search;
    const search = createSearch().then(async index => {
      loaded.index = index;
      await inSteps(fillSteps(index, loaded.entries));
      return index;
    });
    loaded.search = search;
    search.catch(() => {
      loaded.search = undefined;
    });
    return search;
  };

  return {
    refresh,
    close: unwatch,
    async get(guildId, id) {
      const entry = (await entriesOf(guildId)).entries.get(id);
      return entry?.removed ? undefined : entry;
    },
    async all(guildId) {
      return [...(await entriesOf(guildId)).entries.values()];
    },
    async size(guildId) {
      return (await entriesOf(guildId)).live;
    },
    async named(guildId, typed) {
      const { entries, names } = await entriesOf(guildId);
      const [id = typed.trim()] = names.get(normalName(typed)) ?? [];
      const entry = entries.get(typed.trim()) ?? entries.get(id);
      return entry?.removed ? undefined : entry;
    },
    async ownerOf(guildId, name, except) {
      const { entries, names } = await entriesOf(guildId);
      for (const id of names.get(name) ?? []) if (id !== except) return entries.get(id);
      return undefined;
    },
    async ask(guildId, question, language) {
      const loaded = await entriesOf(guildId);
      const { names, live } = loaded;
      if (live === 0) return { sure: false, hits: [] };
      const found = (await searchOf(loaded)).ask(question, language);
      // Whoever types a name of an entry means it, however common its words are.
      const [named] = names.get(normalName(question)) ?? [];
      if (named === undefined) return found;
      return {
        sure: true,
        hits: [{ id: named, confidence: 1 }, ...found.hits.filter(({ id }) => id !== named)],
      };
    },
    async suggest(guildId, typed, language) {
      const loaded = await entriesOf(guildId);
      const { entries, live } = loaded;
      if (live === 0 || !typed.trim()) return [];
      const search = await withTimeout(searchOf(loaded), typingPatience);
      const ids =
        search === timedOut
          ? suggestByName(typed, undefined, [...entries.values()].filter(isLive).flatMap(findablesOf))
          : search.suggest(typed, language);
      return ids.flatMap(id => entries.get(id) ?? []);
    },
  };
}
