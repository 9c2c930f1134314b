import type { Knowledge } from '../../src/knowledge/content/entry.ts';
import { pack } from './pack.ts';

/** A knowledge base of this project's topics, with nothing in it. */
export const emptyKnowledge = (): Knowledge => ({
  pack,
  watch: {},
  entries: new Map(),
  developments: [],
  sources: new Map(),
  hotlines: [],
});
