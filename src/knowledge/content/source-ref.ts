/** The key of `sources.yaml` in what a text names as a source: `article` of `article#p7`. */
export const sourceKey = (ref: string): string => ref.split('#')[0] ?? ref;

/** The keys of some, each once: two paragraphs of one source are one source. */
export const sourceKeys = (refs: readonly string[]): readonly string[] => [...new Set(refs.map(sourceKey))];
