import { languages } from '../../i18n/languages.ts';
import { type Analyzer, createAnalyzer } from './analyze.ts';
import { confidenceOf, sureFrom } from './confidence.ts';
import { createEntryIndex, type EntryIndex } from './entry-index.ts';
import type { Lexicon } from './lexicon.ts';
import { createNames } from './names.ts';
import { rank } from './rank.ts';
import type { EditableSearch, Findable } from './search.ts';
import { createVocabulary, type Vocabulary } from './spelling.ts';
import { suggestions } from './suggest.ts';
import { understand } from './understand.ts';
import { weightsBy } from './weights.ts';

const maxHits = 5;

/** The knowledge base's search, with what community searches share with it. */
export interface KnowledgeSearch extends EditableSearch {
  /** A search over a community's own entries: the same glossary, confidence on the same scale. */
  community(findables: readonly Findable[]): EditableSearch;
}

/** Indexes texts; takes about a second for 262 texts, so build it when nobody waits. */
export function createSearch(findables: readonly Findable[], lexicon: Lexicon): KnowledgeSearch {
  const outOfScope = foreignTexts(lexicon);
  const analyzer = createAnalyzer(lexicon, [...findables, ...outOfScope].map(textOf));
  const vocabulary = createVocabulary();
  for (const concept of Object.values({ ...lexicon.concepts, ...lexicon.shapes })) {
    for (const phrase of languages.flatMap(language => concept[language] ?? [])) {
      for (const word of analyzer.words(phrase)) vocabulary.add(word);
    }
  }
  const foreign = createEntryIndex(analyzer, vocabulary);
  fill(foreign, outOfScope);
  const index = createEntryIndex(analyzer, vocabulary);
  fill(index, findables);
  return {
    ...searchOf({ index, foreign, background: [foreign], analyzer, vocabularies: [vocabulary] }),
    community(texts) {
      const own = createVocabulary();
      const community = createEntryIndex(analyzer, own, word => !vocabulary.has(word));
      fill(community, texts);
      const background = [foreign, index];
      return searchOf({ index: community, foreign, background, analyzer, vocabularies: [vocabulary, own] });
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
  /** For spelling repair. */
  readonly vocabularies: readonly Vocabulary[];
}

function searchOf({ index, foreign, background, analyzer, vocabularies }: SearchParts): EditableSearch {
  const weightOf = weightsBy([index, ...background]);
  const names = createNames(index);
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
        index,
        names,
        completions: (prefix, limit) => vocabularies.flatMap(known => known.startingWith(prefix, limit)),
        search: words => rank(understood(words), index, weightOf).map(({ entry }) => entry),
      });
    },
  };
}

function fill(index: EntryIndex, findables: readonly Findable[]): void {
  for (const texts of Map.groupBy(findables, ({ id }) => id).values()) index.put(texts);
}

/** The curated subjects outside the bot's scope, as entries. */
function foreignTexts({ outOfScope }: Lexicon): Findable[] {
  return Object.entries(outOfScope).flatMap(([id, phrases]) =>
    languages.flatMap((language): Findable[] => {
      const [title, ...aliases] = phrases[language] ?? [];
      return title ? [{ id, language, title, aliases, body: '' }] : [];
    }),
  );
}

function textOf({ language, title, aliases, body }: Findable) {
  return { language, text: [title, ...aliases, body].join('\n') };
}
