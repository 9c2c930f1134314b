import type { Language, Words } from '../../i18n/language.ts';
import { findingWords } from '../../i18n/words/findings.ts';
import { wordsIn } from '../approved/news.ts';
import type { Finding } from '../model/finding.ts';
import { type Card, wholeWords } from './card.ts';

/** The name of a source in each language. */
export const sourceName = (source: string): Words<string> => ({
  en: findingWords.en.sources[source] ?? source,
  es: findingWords.es.sources[source] ?? source,
});

/** `SOURCE/EVENT`: what "this kind" means. */
export const kindOf = ({ source, event }: Pick<Finding, 'source' | 'event'>) => `${source}/${event}`;

/** What a thing is, by its event. */
export const eventName = (event: string, language: Language): string =>
  findingWords[language].events[event] ?? event;

/** `SOURCE/EVENT` in words. */
export function kindName(kind: string, language: Language): string {
  const [source = '', event = ''] = kind.split('/');
  return `${sourceName(source)[language]}: ${eventName(event, language)}`;
}

/** What a card is called: its words for members, else what the source calls it. */
export function cardTitle(card: Card, language: Language): string {
  const words = wholeWords(card.words);
  return words ? wordsIn(words, language).title : (card.finding?.title ?? card.link);
}
