import type { Language } from '../i18n/languages.ts';
import type { Route } from './route.ts';

/** What a command says, as plain values: `render` turns them into Discord's Components V2, nothing here knows of Discord. */

/** A button that comes back to the bot, or leads to a web address. */
export type Button =
  | {
      readonly label: string;
      readonly route: Route;
      readonly style?: 'primary' | 'secondary' | 'success' | 'danger';
      readonly disabled?: boolean;
    }
  | { readonly label: string; readonly url: string };

/** One choice of a menu: label, value and description up to 100 characters each. */
export interface MenuOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly chosen?: boolean;
}

/** A select menu: 1 to 25 options. The chosen values reach `press` as `context.values`. */
export interface Menu {
  readonly route: Route;
  readonly placeholder: string;
  readonly options: readonly MenuOption[];
  readonly min?: number;
  readonly max?: number;
}

/** A row of up to five buttons, or one menu. */
export type Row = readonly Button[] | Menu;

/** A source line under an answer. */
export interface SourceLine {
  readonly label: string;
  readonly url?: string;
}

/** An answer. Texts are Markdown as Discord reads it; people's and fetched text must have passed `plain()` of `bot/markdown.ts`. */
export interface Reply {
  readonly title?: string;
  /** What must be seen without scrolling, and the buttons that go with it: right below the title, before everything else. */
  readonly first?: { readonly text: string; readonly rows: readonly Row[] };
  /** Said first, above the text: this is history, this may be out of date. */
  readonly banner?: string;
  /** May be longer than a message; it is shown in pages when `pages` says how to turn them, else cut at a paragraph. */
  readonly text?: string;
  /** The text may fill a whole message instead of a page that a phone shows. */
  readonly full?: boolean;
  readonly sources?: readonly SourceLine[];
  /** ISO date on which the facts were last confirmed. */
  readonly asOf?: string;
  /** Quiet lines at the end. */
  readonly notes?: readonly string[];
  /** Adds "General information, not legal advice". */
  readonly legal?: boolean;
  readonly rows?: readonly Row[];
  readonly pages?: { readonly at: number; readonly turn: (page: number) => Route };
  /** A file to download; makes the answer a deferred one. */
  readonly file?: { readonly name: string; readonly content: string };
  /** Who sees it; `private` unless said otherwise. */
  readonly visibility?: 'private' | 'channel';
  /** After a press: a new message (default), or a change of the one pressed on (only where that one is private or the bot's own card). */
  readonly placement?: 'new' | 'update';
  /** The only role that may be pinged; nothing is pinged without it. */
  readonly ping?: string;
  /** The language of the words that render adds; the context's where absent. */
  readonly language?: Language;
}

/** One question of a form. */
export type Field =
  | {
      readonly id: string;
      readonly label: string;
      readonly hint?: string;
      readonly kind: 'short' | 'long';
      readonly value?: string;
      readonly placeholder?: string;
      readonly required?: boolean;
      /** 1 to 4,000 characters. */
      readonly max?: number;
    }
  | {
      readonly id: string;
      readonly label: string;
      readonly hint?: string;
      readonly kind: 'choice';
      readonly options: readonly MenuOption[];
      readonly required?: boolean;
    };

/** A modal: a title up to 45 characters and 1 to 5 fields (labels up to 45). */
export interface Form {
  readonly form: Route;
  readonly title: string;
  readonly fields: readonly Field[];
}

export type Answer = Reply | Form;

export const isForm = (answer: Answer): answer is Form => 'form' in answer;

/** A few words to one person. */
export const say = (text: string): Reply => ({ text, visibility: 'private' });
