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
  loadShelf,
  place,
  readEntry,
  type Shelf,
} from './shelf.ts';

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
const remembered = 500;
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
  const shelves = new Map<string, Promise<Shelf>>();

  const refresh = async (guildId: string, id: string) => {
    const shelf = await shelves.get(guildId);
    if (shelf) place(shelf, id, await readEntry(store, guildId, id));
  };

  const unwatch = store.watch(
    key => {
      const [name, guildId = '', id] = key.split(':');
      if (name !== faqCollection.name || id === undefined || !shelves.has(guildId)) return;
      // Where it cannot be read now, the next question reads the community anew.
      refresh(guildId, id).catch(() => shelves.delete(guildId));
    },
    () => shelves.clear(),
  );

  const shelfOf = (guildId: string): Promise<Shelf> => {
    const known = shelves.get(guildId);
    const shelf = known ?? loadShelf(store, guildId);
    // Set again: the most recently used stand last.
    shelves.delete(guildId);
    shelves.set(guildId, shelf);
    if (!known) {
      shelf.catch(() => shelves.get(guildId) === shelf && shelves.delete(guildId));
      const [oldest] = shelves.keys();
      if (shelves.size > remembered && oldest !== undefined) shelves.delete(oldest);
    }
    return shelf;
  };

  const searchOf = (shelf: Shelf): Promise<EditableSearch> => {
    if (shelf.search) return shelf.search;
    const search = createSearch().then(async index => {
      shelf.index = index;
      await inSteps(fillSteps(index, shelf.entries));
      return index;
    });
    shelf.search = search;
    search.catch(() => {
      shelf.search = undefined;
    });
    return search;
  };

  return {
    refresh,
    close: unwatch,
    async get(guildId, id) {
      const entry = (await shelfOf(guildId)).entries.get(id);
      return entry?.removed ? undefined : entry;
    },
    async all(guildId) {
      return [...(await shelfOf(guildId)).entries.values()];
    },
    async size(guildId) {
      return (await shelfOf(guildId)).live;
    },
    async named(guildId, typed) {
      const { entries, names } = await shelfOf(guildId);
      const [id = typed.trim()] = names.get(normalName(typed)) ?? [];
      const entry = entries.get(typed.trim()) ?? entries.get(id);
      return entry?.removed ? undefined : entry;
    },
    async ownerOf(guildId, name, except) {
      const { entries, names } = await shelfOf(guildId);
      for (const id of names.get(name) ?? []) if (id !== except) return entries.get(id);
      return undefined;
    },
    async ask(guildId, question, language) {
      const shelf = await shelfOf(guildId);
      const { names, live } = shelf;
      if (live === 0) return { sure: false, hits: [] };
      const found = (await searchOf(shelf)).ask(question, language);
      // Whoever types a name of an entry means it, however common its words are.
      const [named] = names.get(normalName(question)) ?? [];
      if (named === undefined) return found;
      return {
        sure: true,
        hits: [{ id: named, confidence: 1 }, ...found.hits.filter(({ id }) => id !== named)],
      };
    },
    async suggest(guildId, typed, language) {
      const shelf = await shelfOf(guildId);
      const { entries, live } = shelf;
      if (live === 0 || !typed.trim()) return [];
      const search = await withTimeout(searchOf(shelf), typingPatience);
      const ids =
        search === timedOut
          ? suggestByName(typed, undefined, [...entries.values()].filter(isLive).flatMap(findablesOf))
          : search.suggest(typed, language);
      return ids.flatMap(id => entries.get(id) ?? []);
    },
  };
}
