import { folders } from '../src/app/folders.ts';
import { createSearch } from '../src/knowledge/search/create-search.ts';
import { findablesOf } from '../src/knowledge/search/findables.ts';
import { loadLexicon } from '../src/knowledge/search/lexicon.ts';
import type { Findable } from '../src/knowledge/search/search.ts';
import { answerable } from '../tests/knowledge/search/questions.ts';
import { realKnowledge } from './fixture.ts';
import { percentile, type Row } from './row.ts';

const count = 10_000;

/** `/ask` and autocomplete over 10,000 entries made of the real ones' words, in another order and with words of their own. */
export async function run(): Promise<readonly Row[]> {
  const knowledge = await realKnowledge();
  const lexicon = loadLexicon(folders.knowledge);
  if (!lexicon.ok) throw new Error('the glossary has faults');
  const search = createSearch(many(findablesOf(knowledge)), lexicon.lexicon);
  const asks: number[] = [];
  const suggests: number[] = [];
  for (let round = 0; round < 6; round++) {
    for (const { text: question, language } of answerable) {
      const start = performance.now();
      search.ask(question, language);
      const middle = performance.now();
      search.suggest(question.slice(0, 3 + (round % 4) * 4), language);
      const end = performance.now();
      // The first round is the compiler's.
      if (round === 0) continue;
      asks.push(middle - start);
      suggests.push(end - middle);
    }
  }
  return [
    { what: `ask, ${count} entries, p50`, value: percentile(asks, 0.5), unit: 'ms' },
    { what: `ask, ${count} entries, p99`, value: percentile(asks, 0.99), unit: 'ms', limit: 5 },
    { what: `suggest, ${count} entries, p99`, value: percentile(suggests, 0.99), unit: 'ms', limit: 5 },
  ];
}

/** Each copy has a word of its own in title and body, and its body's sentences turned around. */
function many(real: readonly Findable[]): Findable[] {
  const perEntry = real.length / 2;
  return Array.from({ length: count }, (_, at) =>
    real.filter((__, index) => index % perEntry === at % perEntry),
  ).flatMap((texts, at) =>
    texts.map(text => ({
      ...text,
      id: `${text.id}-${at}`,
      title: `${text.title} ${word(at)}`,
      aliases: text.aliases.map(alias => `${alias} ${word(at)}`),
      body: `${text.body.split('. ').toReversed().join('. ')} ${word(at * 7)}`,
    })),
  );
}

const word = (seed: number) => `n${((seed * 2_654_435_761) % 2 ** 32).toString(36).replace(/\d/g, 'q')}`;
