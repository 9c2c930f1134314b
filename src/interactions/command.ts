import type { Language } from '../i18n/languages.ts';
import type { Awaitable } from '../lib/types.ts';
import type { Answer } from '../messaging/reply.ts';
import type { Access, Context } from './contexts.ts';
import type { RouteHandler } from './route-handler.ts';

/** One option of a command. Its name is its key; its name and description in each language stand in the words, under `commands`. */
export interface Option {
  readonly type: 'string' | 'boolean' | 'channel' | 'role' | 'attachment';
  readonly required?: boolean;
  /** Asks the command's `suggest` while the person types. */
  readonly suggest?: boolean;
  /** Fixed choices: value, and its label in each language. */
  readonly choices?: readonly { readonly value: string; label(language: Language): string }[];
  readonly maxLength?: number;
  /** Kinds of channel offered (Discord's numbers), for `channel`. */
  readonly channelTypes?: readonly number[];
}

/** What something is called in Discord's command list. Slash names: 1 to 32 lower-case letters, digits, hyphens; descriptions up to 100. */
export interface Named {
  readonly name: string;
  readonly description: string;
}

export type Names = Readonly<Record<string, Named>>;

/** What a command, its subcommands and its options are called. */
export interface CommandWords {
  readonly name: string;
  /** Absent for message commands. */
  readonly description?: string;
  readonly options?: Names;
  readonly subcommands?: Readonly<Record<string, Named & { readonly options?: Names }>>;
}

export interface Attachment {
  readonly url: string;
  readonly name: string;
  /** Bytes, as Discord states. */
  readonly size: number;
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  /** What the person who asks may do there (Discord does not state the bot's own with an option). */
  readonly permissions?: bigint;
}

/** The values a person gave, by option name; absent where not given. Channels and attachments are resolved, roles are ids. */
export interface Args {
  string(name: string): string | undefined;
  boolean(name: string): boolean | undefined;
  channel(name: string): Channel | undefined;
  role(name: string): string | undefined;
  attachment(name: string): Attachment | undefined;
}

/** The message a message command was used on. */
export interface TargetMessage {
  readonly id: string;
  readonly text: string;
}

/** An autocomplete choice: name and value up to 100 characters. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface Subcommand<S> {
  readonly options?: Readonly<Record<string, Option>>;
  /** It opens a form: never deferred (a form cannot follow a deferral); when late, the person is asked to try again. */
  readonly opensForm?: boolean;
  run(args: Args, context: Context<S>): Awaitable<Answer>;
}

interface Common<S> {
  /** Slash commands: the name typed. Message commands: the key of the name in the words. Also the first part of its routes. */
  readonly name: string;
  /** What it is called, where that does not stand in the files of words. */
  readonly words?: (language: Language) => CommandWords;
  readonly access: Access;
  /** `server`: only in servers. */
  readonly where: 'anywhere' | 'server';
  /** What answers the presses of its buttons and menus, and its sent forms. */
  readonly routes?: readonly RouteHandler<S>[];
  suggest?(
    option: string,
    typed: string,
    context: Context<S>,
    subcommand?: string,
    /** What is filled in so far. */
    args?: Args,
  ): Awaitable<readonly Choice[]>;
}

/** A command is a function from typed arguments to a `Reply` value. One a file in `commands/`, its default export. */
export type Command<S = unknown> = Common<S> &
  (
    | ({ readonly kind: 'slash' } & Subcommand<S>)
    | { readonly kind: 'group'; readonly subcommands: Readonly<Record<string, Subcommand<S>>> }
    | {
        readonly kind: 'message';
        readonly opensForm?: boolean;
        run(target: TargetMessage, context: Context<S>): Awaitable<Answer>;
      }
  );
