import type en from './words/en.json';

/** What the page itself says, in the viewer's language; the bot's words come from the bot. The server reads `words/LANGUAGE.json`, where what is missing is English. */
export type PageWords = typeof en;

/** A text with its names in braces filled in. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);
