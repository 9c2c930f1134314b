import { asLanguage, type Language, languageIn } from '../../i18n/languages.ts';
import { wordsOf } from '../../i18n/words.ts';
import type { Part } from './content.ts';

type AnswerPart = `answer_${Language}`;
const isAnswer = (part: Part): part is AnswerPart => part.startsWith('answer_');

/** What a part of an entry is called: `Title`, `Answer in Spanish`. */
export function partName(part: Part, language: Language): string {
  const { parts } = wordsOf(language).faults;
  if (!isAnswer(part)) return parts[part];
  const spoken = asLanguage(part.slice('answer_'.length)) ?? language;
  return parts.answer({ language: languageIn(spoken, language) });
}
