import { fallbackLanguage, languages } from '../../i18n/languages.ts';
import type { EditableSearch, Findable } from '../../knowledge/search/search.ts';
import type { Steps } from '../../lib/in-steps.ts';
import { idsOf } from '../../storage/ids.ts';
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

/** One community's entries in memory. */
export interface LoadedEntries {
  readonly entries: Map<string, CommunityEntry>;
  /** Ids of live entries by normal name. */
  readonly names: Map<string, Set<string>>;
  /** Made when first asked: opening an entry must not wait for an index. */
  search: Promise<EditableSearch> | undefined;
  /** The same from its first entry on, so that a change that comes while it is made is not lost. */
  index: EditableSearch | undefined;
  live: number;
}

/** Documents read at once while a community is loaded. */
const readsAtOnce = 32;

/** Reads a community. Rejects with the store's error. */
export async function loadEntries(store: Store, guildId: string): Promise<LoadedEntries> {
  const loaded: LoadedEntries = {
    entries: new Map(),
    names: new Map(),
    search: undefined,
    index: undefined,
    live: 0,
  };
  const ids: string[] = [];
  for await (const id of idsOf(store, faqCollection, guildId)) ids.push(id);
  const next = ids.values();
  const reader = async () => {
    for (const id of next) place(loaded, id, await readEntry(store, guildId, id));
  };
  await Promise.all(Array.from({ length: readsAtOnce }, reader));
  return loaded;
}

/** As they are at each step: they may change in between. */
export function* fillSteps(index: EditableSearch, entries: ReadonlyMap<string, CommunityEntry>): Steps<void> {
  for (const id of [...entries.keys()]) {
    const entry = entries.get(id);
    if (entry && isLive(entry)) index.put(findablesOf(entry));
    yield;
  }
}

/** An entry that the schema refuses counts as absent, so that one damaged document does not hide all others; the storage tells of it. */
export async function readEntry(store: Store, guildId: string, id: string): Promise<FaqEntry | undefined> {
  try {
    return await store.read(faqCollection, faqKey(guildId, id));
  } catch (error) {
    if (error instanceof Error && error.name === 'DocumentUnreadable') return undefined;
    throw error;
  }
}

/** Puts an entry in the place of what was known of it; undefined: it is gone. An older revision than the known one changes nothing. */
export function place(loaded: LoadedEntries, id: string, entry: FaqEntry | undefined): void {
  const before = loaded.entries.get(id);
  if (entry && before && latest(entry).n < before.n) return;
  if (before && !before.removed) {
    loaded.live--;
    for (const name of namesOf(before.content)) {
      const owners = loaded.names.get(name);
      owners?.delete(id);
      if (owners?.size === 0) loaded.names.delete(name);
    }
    loaded.index?.remove(id);
  }
  loaded.entries.delete(id);
  const after = entry && communityEntry(id, entry);
  if (!after) return;
  loaded.entries.set(id, after);
  if (after.removed) return;
  loaded.live++;
  for (const name of namesOf(after.content)) {
    const owners = loaded.names.get(name);
    if (owners) owners.add(id);
    else loaded.names.set(name, new Set([id]));
  }
  loaded.index?.put(findablesOf(after));
}

function communityEntry(id: string, entry: FaqEntry): CommunityEntry | undefined {
  const { n, at, content } = latest(entry);
  const said = content ?? entry.revisions.findLast(revision => revision.content)?.content;
  return said && { id, n, at, content: said, removed: !content, shared: entry.shared };
}

export const isLive = ({ removed }: CommunityEntry) => !removed;

const namesOf = ({ title, aliases }: Content) => [title, ...aliases].map(normalName);

/** Found in every language by title and aliases; its words are those of the language, else of the other. */
export function findablesOf({ id, content }: CommunityEntry): Findable[] {
  const { title, aliases, answers } = content;
  const other = answers[fallbackLanguage] ?? Object.values(answers)[0] ?? '';
  return languages.map(language => ({ id, language, title, aliases, body: answers[language] ?? other }));
}
