import type { Discord } from './discord/start.ts';
import type { SampleName } from './sources/samples.ts';

/** The bot's clock, as the page moves it. */
export interface Clock {
  now(): Date;
  /** Moves it forward by milliseconds; resolves when the bot has noticed. */
  move(milliseconds: number): Promise<void>;
}

/** What the page is about. */
export interface Stage {
  readonly discord: Discord;
  readonly clock: Clock;
  /** Has a court file something and the bot look; absent where the bot watches other sources. */
  readonly file?: () => Promise<Filed>;
}

/** What a court has filed. */
export interface Filed {
  readonly what: SampleName;
  /** False when the bot did not come to look. */
  readonly seen: boolean;
}
