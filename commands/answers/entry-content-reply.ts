import type { Content } from '../../src/community/entries/content.ts';
import { fallbackLanguage, type Language, languages } from '../../src/i18n/language.ts';
import { answerWords } from '../../src/i18n/words/answers.ts';
import { faqWords } from '../../src/i18n/words/faq.ts';
import { plain } from '../../src/messaging/markdown.ts';
import type { Reply, Route } from '../../src/messaging/reply.ts';

/** What of an entry is shown. */
export interface Shown {
  readonly content: Content;
  /** ISO time of the revision. */
  readonly at: string;
  /** It is the community's copy of a shared answer. */
  readonly overlay: boolean;
  /** Of a copy: the shared answer's titles, of which the copy keeps all if it keeps the English one. */
  readonly titles?: Readonly<Record<Language, string>> | undefined;
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
  { content, at, overlay, titles }: Shown,
  { language, page, turn }: Showing,
): Reply {
  const spoken = spokenLanguage(content, language);
  const words = faqWords[language];
  return {
    title: plain(titles?.en === content.title ? titles[language] : content.title),
    text: content.answers[spoken] ?? '',
    ...(content.source && { sources: [{ label: siteOf(content.source), url: content.source }] }),
    asOf: at.slice(0, 10),
    notes: [
      overlay ? words.edited : answerWords[language].community,
      ...(spoken === language ? [] : [words.onlyIn[spoken]]),
    ],
    legal: true,
    language,
    pages: { at: page, turn },
  };
}

/** The language the answer is really given in. */
export function spokenLanguage({ answers }: Content, wished: Language): Language {
  return [wished, fallbackLanguage, ...languages].find(language => answers[language]) ?? wished;
}

const siteOf = (address: string) => plain(URL.parse(address)?.hostname.replace(/^www\./, '') ?? address);
