import { languages } from '../../i18n/languages.ts';
import type { Knowledge } from '../content/entry.ts';
import type { Findable } from './search.ts';

/** The entries of the knowledge base as the search takes them. */
export function findablesOf({ entries }: Knowledge): Findable[] {
  return Array.from(entries.values()).flatMap(({ id, topic, text }) =>
    languages.flatMap(language => {
      const own = text[language];
      return own ? [{ id, topic, language, title: own.title, aliases: own.aliases, body: own.body }] : [];
    }),
  );
}
