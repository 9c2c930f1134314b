/** The page, from 0, that is shown of so many: the nearest there is, and the first for what is no number. */
export const pageWithin = (at: number, pages: number): number =>
  Math.min(Math.max(Math.trunc(at) || 0, 0), pages - 1);
