import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { WordTree } from './words.ts';

/** What each placeholder of a message takes. Throws where the message is not well-formed ICU MessageFormat. */
export function placeholdersOf(message: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of elementsOf(message)) {
    if (element.type === TYPE.argument)
      found.set(element.value, found.get(element.value) ?? 'string | number');
    if (element.type === TYPE.plural || element.type === TYPE.number) found.set(element.value, 'number');
    if (element.type === TYPE.select) found.set(element.value, selectType(Object.keys(element.options)));
  }
  return found;
}

/** Each plural of a message: what it counts, and the plural rules that it has a text for. Throws as {@link placeholdersOf} does. */
export const pluralsOf = (
  message: string,
): readonly { readonly counted: string; readonly rules: readonly string[] }[] =>
  [...elementsOf(message)].flatMap(element =>
    element.type === TYPE.plural ? [{ counted: element.value, rules: Object.keys(element.options) }] : [],
  );

/** Every element, also those within the texts of a plural or a choice. */
function* elementsOf(message: string | readonly MessageFormatElement[]): Generator<MessageFormatElement> {
  for (const element of typeof message === 'string' ? parse(message, { ignoreTag: true }) : message) {
    yield element;
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) yield* elementsOf(option.value);
    }
  }
}

const selectType = (options: readonly string[]): string =>
  options.every(option => ['true', 'false', 'other'].includes(option)) ? 'boolean' : 'string';

/** The source of `words/words.ts`: what `wordsOf` gives, typed from the English words. */
export const wordTypes = (
  english: WordTree,
): string => `// Made from en.json by \`npm run words\`. Do not edit.

/** Everything the bot says itself: a text, or a function of what it is filled with. */
export interface Words ${typeOf(english, 1)}
`;

function typeOf(tree: WordTree, depth: number): string {
  const indent = '  '.repeat(depth);
  const lines = Object.entries(tree).map(([name, message]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : /^\d+$/.test(name) ? name : `'${name}'`;
    const type = typeof message === 'string' ? messageType(message) : typeOf(message, depth + 1);
    return `${indent}readonly ${key}: ${type};`;
  });
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth - 1)}}`;
}

function messageType(message: string): string {
  if (!message.includes('{')) return 'string';
  const values = [...placeholdersOf(message)].map(([name, type]) => `${name}: ${type}`);
  return `(values: { ${values.join('; ')} }) => string`;
}
