import type { Reader } from './markdown.ts';

/** What components need to be drawn and to work. */
export interface Hands extends Reader {
  /** Presses a button or chooses in a menu of the message; resolves when the bot has answered. */
  press(id: string, values?: readonly string[]): Promise<void>;
}
