import { type Language, languages } from '../../../src/i18n/languages.ts';
import { englishQuestions } from './questions-en.ts';
import { spanishQuestions } from './questions-es.ts';
import { foreignQuestions } from './questions-foreign.ts';

/** A question as people type it, and the entries that answer it: the best hit must be one of them. */
export interface Question {
  readonly language: Language;
  readonly text: string;
  readonly answers: readonly string[];
}

/** Questions that the knowledge base answers: misspelled, without accents, in chat spelling, in a mix of both languages. */
export const answerable: readonly Question[] = [
  ...englishQuestions.map(([text, ...answers]): Question => ({ language: 'en', text, answers })),
  ...spanishQuestions.map(([text, ...answers]): Question => ({ language: 'es', text, answers })),
];

/** Questions that it must refuse. */
export const foreign: readonly Question[] = languages.flatMap(language =>
  (foreignQuestions[language] ?? []).map(text => ({ language, text, answers: [] })),
);
