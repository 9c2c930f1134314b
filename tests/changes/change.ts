import type { Copy } from './copy.ts';

/** A change that people make often. */
export interface Change {
  /** Its heading in CONTRIBUTING.md, where the files stand that it touches. */
  readonly heading: string;
  /** Files it touched before the tree of docs/decisions/tree.md, as they were counted then. */
  readonly before: string;
  /** Makes it. */
  apply(copy: Copy): void | Promise<void>;
  /** Shows that what was added works, in the copy. */
  works(copy: Copy): Promise<void>;
}
