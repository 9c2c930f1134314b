import { asShared, createSearch } from '../../src/knowledge/search/create-search.ts';
import { emptyLexicon } from '../../src/knowledge/search/lexicon.ts';

/** A search that finds nothing, for what is tested without content. */
export const emptySearch = asShared(createSearch([], emptyLexicon));
