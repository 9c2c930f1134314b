import { languageRow, languages } from '../../../i18n/languages.ts';
import type { KnowledgeRule } from '../load.ts';
import { readingGrade } from '../reading-grade.ts';
import { textsOf } from './texts.ts';

const highest = 8;

const graded = languages.filter(language => languageRow(language).gradeFormula);

/** Texts above grade 8, in the languages for which there is a formula. */
export const readsEasily: KnowledgeRule = knowledge =>
  Array.from(textsOf(knowledge, graded), ({ file, body }) => ({
    file,
    // As it is told: 8.04 is 8.0.
    grade: Number(readingGrade(body).toFixed(1)),
  }))
    .filter(({ grade }) => grade > highest)
    .map(({ file, grade }) => ({
      file,
      reason: `reads at grade ${grade.toFixed(1)}; at most ${highest}: use shorter sentences and everyday words`,
    }));
