import { fallbackLanguage, languages } from '../../../i18n/languages.ts';
import type { Fault } from '../entry.ts';
import { figuresOf } from '../figures.ts';
import type { KnowledgeRule } from '../load.ts';
import { phoneNumbers } from '../phone-numbers.ts';
import { type Text, textsOf } from './texts.ts';

/** Numbers, dates, money and phone numbers that one language of a text states and another does not. */
export const sameInEveryLanguage: KnowledgeRule = knowledge => {
  const original = fallbackLanguage;
  const others = languages.filter(language => language !== original);
  const stated = new Map(Array.from(textsOf(knowledge, [original]), text => [text.id, statedIn(text)]));
  return Array.from(textsOf(knowledge, others)).flatMap((text): Fault[] => {
    const here = statedIn(text);
    const there = stated.get(text.id) ?? here;
    const missing = [...there].filter(figure => !here.has(figure));
    const added = [...here].filter(figure => !there.has(figure));
    return [
      ...missing.map(figure => `does not say ${figure}, as the text in ${original} does`),
      ...added.map(figure => `says ${figure}; the text in ${original} does not`),
    ].map(reason => ({ file: text.file, reason }));
  });
};

function statedIn({ title, whole, language }: Text): ReadonlySet<string> {
  const text = `${title}\n${whole}`;
  return new Set([
    ...figuresOf(text, language).map(({ value }) => value),
    ...phoneNumbers(text).map(({ digits }) => digits),
  ]);
}
