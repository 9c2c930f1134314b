import type { Knowledge } from '../knowledge/content/entry.ts';
import { createSearch, type KnowledgeSearch } from '../knowledge/search/create-search.ts';
import { findablesOf } from '../knowledge/search/findables.ts';
import { emptyLexicon, loadLexicon } from '../knowledge/search/lexicon.ts';
import type { Log } from '../lib/log.ts';

/** A search that is not built yet. */
export type LazySearch = KnowledgeSearch & { warm(): void };

/**
 * The search, built at the first use or by `warm`, so that a start does not wait for it. It is built in one go, in which nothing else is answered:
 * 1.1 s for 131 entries in two languages on a quiet machine of 2 cores, 3 s and more on a busy one. A faulty glossary is logged and left
 * out: search by words alone still answers.
 */
export function createLazySearch(folder: string, knowledge: Knowledge, log: Log): LazySearch {
  let built: KnowledgeSearch | undefined;
  const search = (): KnowledgeSearch => {
    if (built) return built;
    const loaded = loadLexicon(folder);
    if (!loaded.ok) log.error({ faults: loaded.faults }, 'the glossary has faults and is left out');
    built = createSearch(findablesOf(knowledge), loaded.ok ? loaded.lexicon : emptyLexicon);
    return built;
  };
  return {
    ask: (question, language) => search().ask(question, language),
    suggest: (typed, language, topic) => search().suggest(typed, language, topic),
    put: texts => search().put(texts),
    remove: id => search().remove(id),
    community: texts => search().community(texts),
    warm: () => void search(),
  };
}
