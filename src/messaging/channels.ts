import type { APIAllowedMentions } from 'discord-api-types/v10';
import type { Rendered } from './rendered.ts';

/** A message of plain text: up to 2,000 characters. `flags` are Discord's. */
export interface PlainMessage {
  readonly content: string;
  readonly allowed_mentions: APIAllowedMentions;
  readonly flags?: number;
}

export type ChannelMessage = Rendered | PlainMessage;

/** Why Discord did not do what was asked. */
export type Failure =
  /** It said no, nothing was done, and the same request would be refused again. `code` is Discord's own, 0 where it gave none. */
  | { readonly ok: false; readonly why: 'refused'; readonly status: number; readonly code: number }
  /** Too fast; nothing was done. Milliseconds until it may be tried again. */
  | { readonly ok: false; readonly why: 'later'; readonly retryAfter: number }
  /** The connection broke, Discord failed or took too long: it may have been done or not. */
  | { readonly ok: false; readonly why: 'unknown' };

export type Result<T> = ({ readonly ok: true } & T) | Failure;

/** A message of a channel's history. */
export interface PastMessage {
  readonly id: string;
  /** The bot wrote it. */
  readonly own: boolean;
  readonly content: string;
  /** Of every button and menu in it. */
  readonly customIds: readonly string[];
}

/** What the bot may do in a channel. */
export interface ChannelAccess {
  /** Discord's number of the kind of channel. */
  readonly type: number;
  readonly permissions: bigint;
  /** Roles that only those may mention who may mention all. */
  readonly guarded: ReadonlySet<string>;
}

/**
 * Channels of communities, over Discord's REST API. Nothing rejects for what Discord or the network does, and nothing is tried a second time
 * in here: who asks keeps a ledger and knows whether a repetition would do harm.
 */
export interface Channels {
  /** Posts a message. While Discord remembers the nonce (some minutes), the same nonce gives the message it already made. Up to 25 characters. */
  send(
    channelId: string,
    message: ChannelMessage,
    nonce: string,
    signal: AbortSignal,
  ): Promise<Result<{ readonly messageId: string }>>;
  edit(
    channelId: string,
    messageId: string,
    message: ChannelMessage,
    signal: AbortSignal,
  ): Promise<Result<object>>;
  /** Publishes a message of an announcement channel to the channels that follow it; about ten an hour are allowed. */
  publish(channelId: string, messageId: string, signal: AbortSignal): Promise<Result<object>>;
  /** Up to {@link historyPage} messages that follow the id `after`, oldest first. Empty where the bot may not read the history. */
  history(
    channelId: string,
    after: string,
    signal: AbortSignal,
  ): Promise<Result<{ readonly messages: readonly PastMessage[] }>>;
  access(guildId: string, channelId: string, signal: AbortSignal): Promise<Result<ChannelAccess>>;
}

/** Messages of one page of history; fewer mean that there are no more. */
export const historyPage = 100;
