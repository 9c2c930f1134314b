import { fallbackLanguage, formatsOf, type Language } from './languages.ts';
import { placeholdersOf, pluralsOf } from './word-types.ts';
import type { WordTree } from './words.ts';

/**
 * What is wrong with the words of a language, each with file and name: what English does not have, what cannot be read, what is filled in
 * otherwise. `folder` is where the files lie.
 */
export function wordFaults(
  english: WordTree,
  own: WordTree,
  language: Language,
  folder = 'src/i18n/words',
): string[] {
  const messages = new Map(messagesOf(english));
  return [...messagesOf(own)].flatMap(([name, message]) => {
    const where = `${folder}/${language}.json: ${name}`;
    const original = messages.get(name);
    if (original === undefined) return [`${where} is not in ${fallbackLanguage}.json`];
    if (message.trim() === '') return [`${where} is empty: leave it out until it is translated`];
    return messageFaults(message, original, language).map(fault => `${where} ${fault}`);
  });
}

function messageFaults(message: string, original: string, language: Language): string[] {
  try {
    const [mine, theirs] = [placeholdersOf(message), placeholdersOf(original)];
    const unknown = [...mine.keys()]
      .filter(name => !theirs.has(name))
      .map(name => `fills in {${name}}, which ${fallbackLanguage}.json does not`);
    const left = [...theirs.keys()].filter(name => !mine.has(name)).map(name => `leaves out {${name}}`);
    return [...unknown, ...left, ...pluralFaults(message, language)];
  } catch (error) {
    return [`cannot be read as ICU MessageFormat: ${error instanceof Error ? error.message : error}`];
  }
}

/** Plural rules of the language that a plural of the message does not name; `many` may be left out where it is only for millions. */
function pluralFaults(message: string, language: Language): string[] {
  const rules = new Set(
    [1, 2, 3, 4, 5, 11, 21, 22, 25, 100].map(count =>
      new Intl.PluralRules(formatsOf(language)).select(count),
    ),
  );
  return pluralsOf(message).flatMap(({ counted, rules: named }) =>
    [...rules].filter(rule => !named.includes(rule)).map(rule => `has no text for “${rule}” of {${counted}}`),
  );
}

/** Every message by its name, such as `answers.legal`. */
function* messagesOf(tree: WordTree, path: readonly string[] = []): Generator<readonly [string, string]> {
  for (const [name, message] of Object.entries(tree)) {
    const here = [...path, name];
    if (typeof message === 'string') yield [here.join('.'), message];
    else yield* messagesOf(message, here);
  }
}
