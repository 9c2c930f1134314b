import type { Language, Words } from '../i18n/language.ts';
import { updateWords } from '../i18n/words/updates.ts';
import type { Finding } from './finding.ts';
import { wordsIn } from './news.ts';
import { type Card, wholeWords } from './queue-card.ts';

/** The name of a source in each language. */
export const sourceName = (source: string): Words<string> => ({
  en: updateWords.en.sources[source] ?? source,
  es: updateWords.es.sources[source] ?? source,
});

/** `SOURCE/EVENT`: what "this kind" means. */
export const kindOf = ({ source, event }: Pick<Finding, 'source' | 'event'>) => `${source}/${event}`;

/** What a card is called: its words for members, else what the source calls it. */
export function cardTitle(card: Card, language: Language): string {
  const words = wholeWords(card.words);
  return words ? wordsIn(words, language).title : (card.finding?.title ?? card.link);
}
