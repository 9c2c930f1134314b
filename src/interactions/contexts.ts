import type { Language } from '../i18n/languages.ts';

/** Who may use a command. */
export type Access = 'everyone' | 'moderator' | 'manager';

/** What is known about who asks and where, whatever the transport, and what commands may use: `S`. */
export interface Context<S = unknown> {
  /** The language to answer in. */
  readonly language: Language;
  /** The language of what others in the channel read too: the community's, else the server's; in a direct message the person's. */
  readonly channelLanguage: Language;
  readonly viewer: {
    readonly id: string;
    /** True where the person may use commands of this access here, by permission or by the community's curator role. */
    may(access: Access): boolean;
  };
  /** The server, absent in a direct message and where only the person installed the bot. `language` is the community's own. */
  readonly guild?: { readonly id: string; readonly language: Language };
  readonly channelId: string | undefined;
  /** True when the answer goes to the channel. */
  readonly shared: boolean;
  /** The bot's permissions in the channel. */
  readonly botPermissions: bigint;
  readonly now: Date;
  readonly services: S;
}

/** A press of a button or a choice in a menu. */
export interface PressContext<S = unknown> extends Context<S> {
  /** The chosen values of a menu. */
  readonly values: readonly string[];
  /** The message pressed on. `private`: only this person sees it. */
  readonly message: { readonly id: string; readonly private: boolean };
}

/** A sent form: the fields by id. `message` where the form was opened from one. */
export interface SubmitContext<S = unknown> extends Context<S> {
  readonly fields: ReadonlyMap<string, string>;
  readonly message?: { readonly id: string; readonly private: boolean };
}
