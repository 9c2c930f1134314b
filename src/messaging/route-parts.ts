import { asLanguage, fallbackLanguage, type Language } from '../i18n/languages.ts';

/** How one part of a route is written and read. */
export interface Part<T> {
  /** Undefined: left out. */
  write(value: T): string | undefined;
  /** Undefined: it is not there, or not what this part writes. */
  read(text: string | undefined): Exclude<T, undefined> | undefined;
  readonly optional?: true;
  /** A text that it reads, for tests. */
  readonly sample: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a part of anything; its values are typed by the route.
type AnyPart = Part<any>;
type ValueOf<P> = P extends Part<infer T> ? T : never;
type OptionalKeys<S> = { [K in keyof S]: S[K] extends { readonly optional: true } ? K : never }[keyof S];

/** The values of a route's parts. */
export type Values<S extends Readonly<Record<string, AnyPart>>> = {
  readonly [K in Exclude<keyof S, OptionalKeys<S>>]: ValueOf<S[K]>;
} & { readonly [K in OptionalKeys<S>]?: ValueOf<S[K]> };

/** Text of a form that only this bot writes. */
const matching = (pattern: RegExp, sample: string): Part<string> => ({
  write: value => value,
  read: text => (text !== undefined && pattern.test(text) ? text : undefined),
  sample,
});

/** The id of an entry, a draft, a card or a kept file: `topic/name`, `74e0a9ee98fa9d0a`. */
export const id = matching(/^[a-z0-9](?:[a-z0-9/._-]{0,78}[a-z0-9])?$/i, 'topic/a-name');

/** A kind of news as moderators ignore it: `courtlistener/order`. */
export const newsKind = matching(/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,40}$/, 'courtlistener/order');

/** A whole number of up to nine digits. */
export const whole: Part<number> = {
  write: value => String(value),
  read: text => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined),
  sample: '1',
};

/** The number of a page, from 0. A made-up one is the first: whoever asks for a page gets one. */
export const pageNumber: Part<number> = {
  ...whole,
  read: text => (text === undefined ? undefined : (whole.read(text) ?? 0)),
};

/** A language that the bot speaks. */
export const language: Part<Language> = {
  write: value => value,
  read: asLanguage,
  sample: fallbackLanguage,
};

/** One of a few words. */
export const oneOf = <const T extends string>(...words: readonly [T, ...T[]]): Part<T> => ({
  write: value => value,
  read: text => words.find(word => word === text),
  sample: words[0],
});

/** A part that may be left out, at the end of a route; what cannot be read there counts as left out. */
export const optional = <T>(part: Part<T>): Part<T | undefined> & { readonly optional: true } => ({
  write: value => (value === undefined ? undefined : part.write(value)),
  read: text => (text === undefined ? undefined : part.read(text)) as never,
  optional: true,
  sample: part.sample,
});
