import { createRequire } from 'node:module';
import type { IntlMessageFormat as Format } from 'intl-messageformat';
import { formatsOf, type Language } from './languages.ts';

/** What a message is filled with. */
export type Values = Readonly<Record<string, string | number | boolean>>;

const require = createRequire(import.meta.url);

/**
 * A message of ICU MessageFormat as what the code uses: a text where it has nothing to fill in, else a function of its values. It is read at its
 * first use. Most messages only have names in braces; for those the library is not loaded.
 */
export function compile(message: string, language: Language): string | ((values: Values) => string) {
  if (!message.includes('{')) return message;
  let filled: ((values: Values) => string) | undefined;
  return values => {
    filled ??= isPlain(message) ? fill(message) : format(message, language);
    return filled(values);
  };
}

/** Names in braces and nothing else of ICU's: no plural, no select, no quoting. */
const isPlain = (message: string): boolean => !/['#]|\{[^}]*,/.test(message);

function fill(message: string): (values: Values) => string {
  const parts = message.split(/\{\s*([^{}\s]+)\s*\}/);
  return values => parts.map((part, at) => (at % 2 === 0 ? part : String(values[part]))).join('');
}

function format(message: string, language: Language): (values: Values) => string {
  const { IntlMessageFormat }: { IntlMessageFormat: typeof Format } = require('intl-messageformat');
  const compiled = new IntlMessageFormat(message, formatsOf(language), undefined, { ignoreTag: true });
  return values => String(compiled.format({ ...values }));
}
