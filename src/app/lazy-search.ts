import type { Knowledge } from '../knowledge/content/entry.ts';
import type { KnowledgeSearch, SharedSearch } from '../knowledge/search/create-search.ts';
import { findablesOf } from '../knowledge/search/findables.ts';
import { suggestByName } from '../knowledge/search/suggest-by-name.ts';
import { inSteps } from '../lib/in-steps.ts';
import type { Log } from '../lib/log.ts';
import { timedOut, typingPatience, withTimeout } from '../lib/timeout.ts';

/**
 * The search, built when it is first asked for, so that a start does not wait for it. That takes 1.1 s for 131 entries in two languages on a
 * quiet machine of 2 cores, 3 s and more on a busy one; it is done in steps, between which everything else is answered. A faulty glossary is
 * logged and left out: search by words alone still answers.
 */
export function createLazySearch(folder: string, knowledge: Knowledge, log: Log): SharedSearch {
  let search: Promise<KnowledgeSearch> | undefined;
  const findables = findablesOf(knowledge);
  const build = async () => {
    // Twenty files and three packages, which a start need not wait for.
    const { searchSteps } = await import('../knowledge/search/create-search.ts');
    const { emptyLexicon, loadLexicon } = await import('../knowledge/search/lexicon.ts');
    const loaded = loadLexicon(folder);
    if (!loaded.ok) log.error({ faults: loaded.faults }, 'the glossary has faults and is left out');
    return await inSteps(searchSteps(findables, loaded.ok ? loaded.lexicon : emptyLexicon));
  };
  const ready = () => {
    search ??= build();
    return search;
  };
  return {
    ready,
    async suggest(typed, language, topic) {
      const built = await withTimeout(ready(), typingPatience);
      return built === timedOut
        ? suggestByName(typed, topic, findables)
        : built.suggest(typed, language, topic);
    },
  };
}
