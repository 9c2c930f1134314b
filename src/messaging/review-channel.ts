import type { Reply } from './reply.ts';

/** A message for the moderators of a community. */
export interface ReviewPost {
  /** The review channel of the settings. */
  readonly channelId: string;
  /** Post into this thread; absent: into the channel itself. */
  readonly threadId?: string;
  /** Open a thread of this name (up to 100 characters) on the posted message. */
  readonly threadName?: string;
  readonly reply: Reply;
}

export type ReviewPosted =
  | { readonly done: true; readonly threadId?: string }
  /** `gone`: the thread or channel is not there any more; `forbidden`: the bot may not post there; `failed`: Discord does not answer now. */
  | { readonly done: false; readonly reason: 'gone' | 'forbidden' | 'failed' };

/** Posts to moderators; `discord` implements it over REST. It never rejects for what Discord says. */
export interface ReviewChannel {
  post(post: ReviewPost): Promise<ReviewPosted>;
}
