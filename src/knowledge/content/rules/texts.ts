import { type Language, languages } from '../../../i18n/languages.ts';
import type { Entry, Knowledge } from '../entry.ts';

/** One text of the content in one language, as the rules look at it. */
export interface Text {
  readonly file: string;
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  /** What came since, where the text is about the past; then the text. */
  readonly whole: string;
  readonly body: string;
  /** Undefined for a development. */
  readonly entry: Entry | undefined;
}

/** The texts of entries and developments, in every language or in one. */
export function* textsOf(knowledge: Knowledge, only: readonly Language[] = languages): Iterable<Text> {
  for (const language of only) {
    for (const entry of knowledge.entries.values()) {
      const text = entry.text[language];
      if (!text) continue;
      const { title, body, since } = text;
      const whole = since === undefined ? body : `${since}\n\n${body}`;
      yield { file: `${entry.id}.${language}.md`, id: entry.id, language, title, whole, body, entry };
    }
    for (const { id, text } of knowledge.developments) {
      const own = text[language];
      if (!own) continue;
      const { title, body } = own;
      const file = `developments/${id}.${language}.md`;
      yield { file, id, language, title, whole: body, body, entry: undefined };
    }
  }
}
