import { formatsOf, type Language } from './languages.ts';

/** Things in a row as a sentence has them: `a, b and c`, `a, b o c`. */
export const listed = (items: readonly string[], language: Language, joined: 'and' | 'or'): string =>
  new Intl.ListFormat(formatsOf(language), {
    type: joined === 'and' ? 'conjunction' : 'disjunction',
  }).format(items);
