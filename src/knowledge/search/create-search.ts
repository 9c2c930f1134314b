import { languages } from '../../i18n/language.ts';
import type { EditableSearch, Findable } from '../search.ts';
import { type Analyzer, createAnalyzer } from './analyze.ts';
import { confidenceOf, sureFrom } from './confidence.ts';
import { createEntryIndex, type EntryIndex } from './entry-index.ts';
import type { Lexicon } from './lexicon.ts';
import { rank } from './rank.ts';
import { createVocabulary, type Vocabulary } from './spelling.ts';
import { suggestions } from './suggest.ts';
import { understand } from './understand.ts';
import { weightsBy } from './weights.ts';
import { wordsOf } from './words.ts';

const maxHits = 5;

/** The knowledge base's search, with what community searches share with it. */
export interface KnowledgeSearch extends EditableSearch {
  /** A search over a community's own entries: the same glossary, confidence on the same scale. */
  community(findables: readonly Findable[]): EditableSearch;
}

/** Indexes texts; takes 100 to 250 ms for 140 texts the first time, so build it when nobody waits. */
export function createSearch(findables: readonly Findable[], lexicon: Lexicon): KnowledgeSearch {
  const analyzer = createAnalyzer(lexicon);
  const vocabulary = createVocabulary();
  for (const language of languages) {
    const phrases = Object.values({ ...lexicon.concepts, ...lexicon.shapes }).flatMap(
      concept => concept[language],
    );
    for (const word of phrases.flatMap(phrase => wordsOf(phrase))) vocabulary.add(word);
  }
  const foreign = foreignIndex(lexicon, analyzer, vocabulary);
  const index = createEntryIndex(analyzer, vocabulary);
  fill(index, findables);
  return {
    ...searchOf({ index, foreign, background: [foreign], analyzer, vocabularies: [vocabulary] }),
    community(texts) {
      const own = createVocabulary();
      const community = createEntryIndex(analyzer, own);
      fill(community, texts);
      const background = [foreign, index];
      return searchOf({ index: community, foreign, background, analyzer, vocabularies: [own, vocabulary] });
    },
  };
}

interface SearchParts {
  readonly index: EntryIndex;
  /** The subjects outside the bot's scope, which compete with the entries. */
  readonly foreign: EntryIndex;
  /** Texts that tell how much a word says, beside the index's own. */
  readonly background: readonly EntryIndex[];
  readonly analyzer: Analyzer;
  /** For spelling repair, the index's own first. */
  readonly vocabularies: readonly [Vocabulary, ...Vocabulary[]];
}

function searchOf({ index, foreign, background, analyzer, vocabularies }: SearchParts): EditableSearch {
  const weightOf = weightsBy([index, ...background]);
  const understood = (question: string) => understand(question, analyzer, vocabularies, weightOf);
  return {
    put: index.put,
    remove: index.remove,
    ask(question) {
      const units = understood(question);
      const [nearestForeign] = rank(units, foreign, weightOf);
      const hits = rank(units, index, weightOf)
        .slice(0, maxHits)
        .map(match => ({ id: match.entry.id, confidence: confidenceOf(match, nearestForeign, units) }));
      return { sure: (hits[0]?.confidence ?? 0) >= sureFrom, hits };
    },
    suggest(typed, language, topic) {
      return suggestions(typed, language, topic, {
        entries: index.slots,
        startingWith: (prefix, limit) => vocabularies[0].startingWith(prefix, limit),
        search: words => rank(understood(words), index, weightOf).map(({ entry }) => entry),
      });
    },
  };
}

function fill(index: EntryIndex, findables: readonly Findable[]): void {
  for (const texts of Map.groupBy(findables, ({ id }) => id).values()) index.put(texts);
}

/** The curated subjects outside the bot's scope, as entries. */
function foreignIndex(lexicon: Lexicon, analyzer: Analyzer, vocabulary: Vocabulary): EntryIndex {
  const index = createEntryIndex(analyzer, vocabulary);
  for (const [id, phrases] of Object.entries(lexicon.outOfScope)) {
    index.put(
      languages.flatMap((language): Findable[] => {
        const [title, ...aliases] = phrases[language];
        return title ? [{ id, language, title, aliases, body: '' }] : [];
      }),
    );
  }
  return index;
}
