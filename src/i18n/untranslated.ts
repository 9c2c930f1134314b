/**
 * How render knows that an answer has English words in another language: each word that is missing carries a mark, which is taken away where words
 * leave the bot. A noncharacter of Unicode: no text of people has it, and `plain` leaves it.
 */
const mark = '\uFDD0';

/** A message of the fallback language in place of one that is missing. */
export const marked = (message: string): string => `${mark}${message}`;

/** True where a missing word is in the text. */
export const isMarked = (text: string): boolean => text.includes(mark);

/** The text as people get it. */
export const unmarked = (text: string): string => text.replaceAll(mark, '');

/** A plain value with all of its texts as people get them. */
export function allUnmarked<T>(value: T): T {
  if (typeof value === 'string') return unmarked(value) as T;
  if (Array.isArray(value)) return value.map(allUnmarked) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, allUnmarked(each)])) as T;
}
