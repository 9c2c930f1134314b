import type { Content } from '../../src/community/entries/content.ts';
import {
  fallbackLanguage,
  inLanguage,
  type Language,
  languageIn,
  languages,
  type PerLanguage,
} from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';

import { plain } from '../../src/messaging/markdown.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import type { Route } from '../../src/messaging/route.ts';

/** What of an entry is shown. */
export interface Shown {
  readonly content: Content;
  /** ISO time of the revision. */
  readonly at: string;
  /** It is the community's copy of a shared answer. */
  readonly override: boolean;
  /** Of a copy: the shared answer's titles, of which the copy keeps all if it keeps the English one. */
  readonly titles?: PerLanguage<string> | undefined;
}

export interface Showing {
  readonly language: Language;
  readonly page: number;
  readonly turn: (page: number) => Route;
}

/**
 * An entry as members see it, without the buttons below: the one function that `/faq`, previews and history use. An answer that does not exist
 * in the language is given in the other one, and says so.
 */
export function memberAnswer(
  { content, at, override, titles }: Shown,
  { language, page, turn }: Showing,
): Reply {
  const spoken = spokenLanguage(content, language);
  const words = wordsOf(language).faq;
  return {
    title: plain(
      titles && inLanguage(titles, fallbackLanguage) === content.title
        ? inLanguage(titles, language)
        : content.title,
    ),
    text: content.answers[spoken] ?? '',
    ...(content.source && { sources: [{ label: siteOf(content.source), url: content.source }] }),
    asOf: at.slice(0, 10),
    notes: [
      override ? words.edited : wordsOf(language).answers.community,
      ...(spoken === language ? [] : [words.onlyIn({ language: languageIn(spoken, language) })]),
    ],
    legal: true,
    language,
    pages: { at: page, turn },
  };
}

/** The language the answer is really given in. */
export function spokenLanguage({ answers }: Content, wished: Language): Language {
  const known: readonly Language[] = [wished, fallbackLanguage, ...languages];
  return known.find(language => answers[language]) ?? wished;
}

const siteOf = (address: string) => plain(URL.parse(address)?.hostname.replace(/^www\./, '') ?? address);
