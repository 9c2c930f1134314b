import type { Language } from '../../i18n/languages.ts';
import { wordsOf } from '../../i18n/words.ts';

import { wordsIn } from '../approved/news.ts';
import type { Finding } from '../model/finding.ts';
import { type Card, wholeWords } from './card.ts';

/** The name of a source. */
export const sourceName = (source: string, language: Language): string =>
  named(wordsOf(language).findings.sources, source);

/** `SOURCE/EVENT`: what "this kind" means. */
export const kindOf = ({ source, event }: Pick<Finding, 'source' | 'event'>) => `${source}/${event}`;

/** What a thing is, by its event. */
export const eventName = (event: string, language: Language): string =>
  named(wordsOf(language).findings.events, event);

/** What is kept may come from a source or event that is gone. */
const named = (names: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : id;

/** `SOURCE/EVENT` in words. */
export function kindName(kind: string, language: Language): string {
  const [source = '', event = ''] = kind.split('/');
  return `${sourceName(source, language)}: ${eventName(event, language)}`;
}

/** What a card is called: its words for members, else what the source calls it. */
export function cardTitle(card: Card, language: Language): string {
  const words = wholeWords(card.words);
  return words ? wordsIn(words, language).title : (card.finding?.title ?? card.link);
}
