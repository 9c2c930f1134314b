import { fallbackLanguage, type Language, languages } from '../../i18n/languages.ts';
import type { EditableSearch, Findable, Hit } from '../../knowledge/search/search.ts';
import type { Store } from '../../storage/store.ts';
import { type Content, normalName } from './content.ts';
import { type FaqEntry, faqCollection, faqKey, latest } from './entry.ts';

/** What is known in memory of an entry: its latest revision. */
export interface CommunityEntry {
  readonly id: string;
  /** The number of the latest revision. */
  readonly n: number;
  /** ISO time of the latest revision. */
  readonly at: string;
  /** What it says; of a removed entry: what it said last. */
  readonly content: Content;
  readonly removed: boolean;
  /** Of a community's copy of a shared entry: what that said when it was copied or last compared. */
  readonly shared?: Content | undefined;
}

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

interface Shelf {
  readonly entries: Map<string, CommunityEntry>;
  /** Ids of live entries by normal name. */
  readonly names: Map<string, Set<string>>;
  /** Made when first asked: opening an entry must not wait for an index. */
  search: EditableSearch | undefined;
  live: number;
}

/** Communities kept in memory; the one used longest ago makes place. */
const remembered = 500;
/** Documents read at once while a community is loaded. */
const readsAtOnce = 32;

/**
 * Each community's entries are read when first needed and kept up to date by the store's notices, so every replica finds what any of them
 * published. Rejects with the store's error while the storage is away and the community is not in memory.
 */
export function createEntryCache({
  store,
  createSearch,
}: {
  store: Store;
  createSearch: () => EditableSearch;
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
    const shelf = known ?? load(store, guildId);
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

  const searchOf = (shelf: Shelf): EditableSearch => {
    if (shelf.search) return shelf.search;
    const search = createSearch();
    for (const entry of shelf.entries.values()) if (!entry.removed) search.put(findables(entry));
    shelf.search = search;
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
      const found = searchOf(shelf).ask(question, language);
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
      return searchOf(shelf)
        .suggest(typed, language)
        .flatMap(id => entries.get(id) ?? []);
    },
  };
}

async function load(store: Store, guildId: string): Promise<Shelf> {
  const shelf: Shelf = { entries: new Map(), names: new Map(), search: undefined, live: 0 };
  const prefix = `${faqCollection.name}:${guildId}:`;
  const ids: string[] = [];
  for await (const key of store.keys(prefix)) ids.push(key.slice(prefix.length));
  const next = ids.values();
  const reader = async () => {
    for (const id of next) place(shelf, id, await readEntry(store, guildId, id));
  };
  await Promise.all(Array.from({ length: readsAtOnce }, reader));
  return shelf;
}

/** An entry that the schema refuses counts as absent, so that one damaged document does not hide all others; the storage tells of it. */
async function readEntry(store: Store, guildId: string, id: string): Promise<FaqEntry | undefined> {
  try {
    return await store.read(faqCollection, faqKey(guildId, id));
  } catch (error) {
    if (error instanceof Error && error.name === 'DocumentUnreadable') return undefined;
    throw error;
  }
}

/** Puts an entry in the place of what was known of it; undefined: it is gone. An older revision than the known one changes nothing. */
function place(shelf: Shelf, id: string, entry: FaqEntry | undefined): void {
  const before = shelf.entries.get(id);
  if (entry && before && latest(entry).n < before.n) return;
  if (before && !before.removed) {
    shelf.live--;
    for (const name of namesOf(before.content)) {
      const owners = shelf.names.get(name);
      owners?.delete(id);
      if (owners?.size === 0) shelf.names.delete(name);
    }
    shelf.search?.remove(id);
  }
  shelf.entries.delete(id);
  const after = entry && communityEntry(id, entry);
  if (!after) return;
  shelf.entries.set(id, after);
  if (after.removed) return;
  shelf.live++;
  for (const name of namesOf(after.content)) {
    const owners = shelf.names.get(name);
    if (owners) owners.add(id);
    else shelf.names.set(name, new Set([id]));
  }
  shelf.search?.put(findables(after));
}

function communityEntry(id: string, entry: FaqEntry): CommunityEntry | undefined {
  const { n, at, content } = latest(entry);
  const said = content ?? entry.revisions.findLast(revision => revision.content)?.content;
  return said && { id, n, at, content: said, removed: !content, shared: entry.shared };
}

const namesOf = ({ title, aliases }: Content) => [title, ...aliases].map(normalName);

/** Found in every language by title and aliases; its words are those of the language, else of the other. */
function findables({ id, content }: CommunityEntry): Findable[] {
  const { title, aliases, answers } = content;
  const other = answers[fallbackLanguage] ?? Object.values(answers)[0] ?? '';
  return languages.map(language => ({ id, language, title, aliases, body: answers[language] ?? other }));
}
