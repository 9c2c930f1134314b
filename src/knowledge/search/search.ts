import type { Language } from '../../i18n/languages.ts';

/** What can be found: an entry of the knowledge base or of a community, in one language. */
export interface Findable {
  /** The same for every language of an entry. */
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly body: string;
  readonly topic?: string;
}

/** A result. `confidence` is 0 to 1, comparable between indexes; below the index's threshold it is no answer. */
export interface Hit {
  readonly id: string;
  readonly confidence: number;
}

/** Finds entries by what people type. Pure and synchronous; questions are neither kept nor logged. */
export interface Search {
  /** The best entries for a question in whatever language, best first. `sure` false: say "I don't have that" and offer `hits` as titles. */
  ask(question: string, language: Language): { readonly sure: boolean; readonly hits: readonly Hit[] };
  /** At most 25 ids while a person types: exact title, alias, prefix, then search. Empty text gives the first ones. */
  suggest(typed: string, language: Language, topic?: string): readonly string[];
}

/** A search whose entries come and go, such as a community's. Each change costs about a millisecond and is seen at once. */
export interface EditableSearch extends Search {
  /** Adds an entry or replaces it: all its languages at once, all with the same id. */
  put(texts: readonly Findable[]): void;
  remove(id: string): void;
}
