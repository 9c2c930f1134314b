import { entryId } from '../../src/community/entries/entry.ts';

/** What comes back with a press may be forged. True for what can be the id of an entry, a draft or a kept file. */
export const isId = (part: string): boolean => entryId.safeParse(part).success;

/** A whole number of up to nine digits; anything else is 0. */
export const wholeNumber = (part: string | undefined): number =>
  part !== undefined && /^\d{1,9}$/.test(part) ? Number(part) : 0;
