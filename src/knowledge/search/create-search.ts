import { type Language, languages } from '../../i18n/language.ts';
import type { Topic } from '../entry.ts';
import type { EditableSearch, Findable } from '../search.ts';
import { type Analyzer, createAnalyzer } from './analyze.ts';
import { confidenceOf, sureFrom } from './confidence.ts';
import type { Lexicon } from './lexicon.ts';
import { createPostings, type Postings } from './postings.ts';
import { type Match, rank, type WeighedUnit, weakness } from './rank.ts';
import { createVocabulary, type Vocabulary } from './spelling.ts';
import { suggestions } from './suggest.ts';
import { type IndexedEntry, indexedEntry } from './texts.ts';
import { wordsOf } from './words.ts';

const maxHits = 5;
/** Repairing costs up to half a millisecond a word. */
const maxRepairs = 6;
/** Beyond so many different words, more say nothing more. */
const maxUnits = 60;

interface Index {
  readonly slots: (IndexedEntry | undefined)[];
  readonly postings: Postings;
}

/** The knowledge base's search, with what community searches share with it. */
export interface KnowledgeSearch extends EditableSearch {
  /** A search over a community's own entries: same words, confidence on the same scale. */
  community(findables: readonly Findable[]): EditableSearch;
}

/** Indexes texts; takes about 100 ms for 130 texts the first time, so build it when nobody waits. */
export function createSearch(findables: readonly Findable[], lexicon: Lexicon): KnowledgeSearch {
  const analyzer = createAnalyzer(lexicon);
  const vocabulary = createVocabulary();
  for (const word of analyzer.words) vocabulary.add(word);
  const foreign = foreignIndex(lexicon, analyzer, vocabulary);
  const main = editable(findables, { analyzer, vocabularies: [vocabulary], foreign, background: [foreign] });
  return {
    ...main.search,
    community: texts =>
      editable(texts, {
        analyzer,
        vocabularies: [createVocabulary(), vocabulary],
        foreign,
        background: [foreign, main.index],
      }).search,
  };
}

interface Shared {
  readonly analyzer: Analyzer;
  /** The first one takes the new words. */
  readonly vocabularies: readonly [Vocabulary, ...Vocabulary[]];
  readonly foreign: Index;
  /** Texts that tell how much a word says, beside the index's own. */
  readonly background: readonly Index[];
}

function editable(findables: readonly Findable[], shared: Shared): { search: EditableSearch; index: Index } {
  const { analyzer, vocabularies, foreign } = shared;
  const index: Index = { slots: [], postings: createPostings() };
  const all = [index, ...shared.background];
  const slotOf = new Map<string, number>();
  const wordsOfEntry = new Map<string, Set<string>>();
  const free: number[] = [];

  const weightOf = (terms: readonly string[]) => {
    let size = 0;
    for (const { slots } of all) size += slots.length;
    let mass = 0;
    for (const term of terms) {
      let massOfTerm = 0;
      for (const { postings } of all) massOfTerm += postings.mass(term);
      mass = Math.max(mass, massOfTerm);
    }
    return Math.log(1 + size / (mass + 0.5)) / Math.log(1 + size / 0.5);
  };

  const understood = (question: string): WeighedUnit[] => {
    const words = analyzer.expand(wordsOf(question));
    let repairs = 0;
    const repaired = words.map(word => {
      if (analyzer.knows(word) || vocabularies.some(known => known.has(word)) || repairs >= maxRepairs)
        return word;
      repairs++;
      for (const known of vocabularies) {
        const meant = known.nearest(word);
        if (meant) return meant;
      }
      return word;
    });
    const distinct = new Map(analyzer.units(repaired).map(unit => [unit.terms.join(' '), unit]));
    return Array.from(distinct.values())
      .slice(0, maxUnits)
      .map(unit => ({ ...unit, weight: weightOf(unit.terms) * (unit.weak ? weakness : 1) }));
  };

  const ranked = (units: readonly WeighedUnit[], { postings, slots }: Index): Match[] =>
    rank(units, postings, slots, weightOf);

  const remove = (id: string) => {
    const slot = slotOf.get(id);
    const entry = slot === undefined ? undefined : index.slots[slot];
    if (slot === undefined || !entry) return;
    index.postings.remove(slot, entry.strengths.keys());
    index.slots[slot] = undefined;
    for (const word of wordsOfEntry.get(id) ?? []) vocabularies[0].remove(word);
    wordsOfEntry.delete(id);
    slotOf.delete(id);
    free.push(slot);
  };

  const put = (texts: readonly Findable[]) => {
    const [first] = texts;
    if (!first) return;
    remove(first.id);
    const entry = indexedEntry(texts, analyzer);
    const slot = free.pop() ?? index.slots.length;
    index.slots[slot] = entry;
    slotOf.set(first.id, slot);
    index.postings.add(slot, entry.strengths);
    const words = new Set(
      texts.flatMap(text => wordsOf([text.title, ...text.aliases, text.body].join('\n'), false)),
    );
    for (const word of words) vocabularies[0].add(word);
    wordsOfEntry.set(first.id, words);
  };

  for (const texts of Map.groupBy(findables, ({ id }) => id).values()) put(texts);

  const search: EditableSearch = {
    put,
    remove,
    ask(question) {
      const units = understood(question);
      const matches = ranked(units, index).slice(0, maxHits);
      const [nearestForeign] = ranked(units, foreign);
      const hits = matches.map(match => ({
        id: match.entry.id,
        confidence: confidenceOf(match, units, nearestForeign),
      }));
      return { sure: (hits[0]?.confidence ?? 0) >= sureFrom, hits };
    },
    suggest(typed: string, language: Language, topic?: Topic) {
      return suggestions(typed, language, topic, {
        entries: index.slots,
        startingWith: (prefix, limit) => vocabularies[0].startingWith(prefix, limit),
        search: words => ranked(understood(words), index).map(({ entry }) => entry),
      });
    },
  };
  return { search, index };
}

/** The curated subjects outside the bot's scope, as entries that compete with the real ones. */
function foreignIndex(lexicon: Lexicon, analyzer: Analyzer, vocabulary: Vocabulary): Index {
  const index: Index = { slots: [], postings: createPostings() };
  for (const [id, phrases] of Object.entries(lexicon.outOfScope)) {
    const texts = languages.flatMap((language): Findable[] => {
      const [title = '', ...aliases] = phrases[language];
      return title ? [{ id, language, title, aliases, body: '' }] : [];
    });
    const entry = indexedEntry(texts, analyzer);
    index.postings.add(index.slots.length, entry.strengths);
    index.slots.push(entry);
    for (const phrase of languages.flatMap(language => phrases[language])) {
      for (const word of wordsOf(phrase)) vocabulary.add(word);
    }
  }
  return index;
}
