import { forEvery, type Language } from '../../../src/i18n/languages.ts';

/** What became of a question. */
export interface Asked {
  readonly language: Language;
  /** Nothing in the knowledge base answers it: it should be refused. */
  readonly foreign: boolean;
  readonly answered: boolean;
  /** The best entry is one that answers it. */
  readonly right: boolean;
}

export interface Score {
  /** Share of the answerable questions answered with the right entry. */
  readonly right: Readonly<Record<Language, number>>;
  /** Share of the answerable questions answered with a wrong entry. */
  readonly wrong: number;
  /** Of refusing: precision and recall in one, 1 when exactly the foreign questions are refused. */
  readonly f1: number;
}

/** Scores answers; shares from 0 to 1. */
export function score(asked: readonly Asked[]): Score {
  const known = asked.filter(question => !question.foreign);
  const share = (of: readonly Asked[], which: (question: Asked) => boolean) =>
    of.filter(which).length / of.length;
  const rightIn = (language: Language) =>
    share(
      known.filter(question => question.language === language),
      ({ answered, right }) => answered && right,
    );
  const refused = asked.filter(({ answered }) => !answered);
  const precision = share(refused, question => question.foreign);
  const recall = share(
    asked.filter(question => question.foreign),
    ({ answered }) => !answered,
  );
  return {
    right: forEvery(rightIn),
    wrong: share(known, ({ answered, right }) => answered && !right),
    f1: (2 * precision * recall) / (precision + recall),
  };
}
