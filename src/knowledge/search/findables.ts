import { languages } from '../../i18n/language.ts';
import type { Knowledge } from '../content/entry.ts';
import type { Findable } from './search.ts';

/** The entries of the knowledge base as the search takes them. */
export function findablesOf({ entries }: Knowledge): Findable[] {
  return Array.from(entries.values()).flatMap(({ id, topic, text }) =>
    languages.map(language => {
      const { title, aliases, body } = text[language];
      return { id, topic, language, title, aliases, body };
    }),
  );
}
