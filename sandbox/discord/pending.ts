import type { Modal } from './component.ts';

/** Kinds of interaction by Discord's names. */
export const asks = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Kinds of first answer by Discord's names. */
export const answers = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** An interaction that was handed to the bot, and what the bot has answered so far. */
export interface Pending {
  readonly id: string;
  readonly token: string;
  readonly kind: number;
  /** The command used: `/curate add`. */
  readonly name?: string;
  readonly viewerId: string;
  readonly channelId: string;
  /** The message pressed on, or the one whose button opened the form. */
  readonly messageId?: string;
  /** Milliseconds since 1970 by the machine's clock, which the three seconds and fifteen minutes are counted on. */
  readonly startedAt: number;
  /** Milliseconds in which the first answer must come. */
  readonly patience: number;
  /** Milliseconds for which its token is good. */
  readonly life: number;
  /** The first answer is being taken in: a second one at the same moment is one too many. */
  taking?: boolean;
  /** The kind of the first answer, once it came. */
  answered?: number;
  /** The message that `@original` means. */
  originalId?: string;
  /** The message last written through the interaction's token, once the first answer is followed by something. */
  laterId?: string;
  /** Why the bot's endpoint failed to answer. */
  failure?: string;
  modal?: Modal;
  choices?: readonly { name: string; value: string | number }[];
}

/** A first answer as it comes over REST or as the body of an HTTP interaction's response. */
export interface Callback {
  readonly type?: number;
  readonly data?: unknown;
}
