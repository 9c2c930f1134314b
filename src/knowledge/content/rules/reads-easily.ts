import { fallbackLanguage } from '../../../i18n/languages.ts';
import type { KnowledgeRule } from '../load.ts';
import { readingGrade } from '../reading-grade.ts';
import { textsOf } from './texts.ts';

const highest = 8;

/** English texts above grade 8. */
export const readsEasily: KnowledgeRule = knowledge =>
  Array.from(textsOf(knowledge, [fallbackLanguage]), ({ file, body }) => ({
    file,
    // As it is told: 8.04 is 8.0.
    grade: Number(readingGrade(body).toFixed(1)),
  }))
    .filter(({ grade }) => grade > highest)
    .map(({ file, grade }) => ({
      file,
      reason: `reads at grade ${grade.toFixed(1)}; at most ${highest}: use shorter sentences and everyday words`,
    }));
