import { type Channels, historyPage, type PastMessage } from '../../messaging/channels.ts';
import { clockError, type Delivery, type Outcome } from '../model/delivery.ts';

/**
 * How a message carries its delivery's id: as the last part of the `custom_id` of one of its buttons, or, where there are no buttons, as the end of a
 * line of its text that this gives.
 */
export const markText = (id: string) => `ref ${id}`;

/** Milliseconds to look back where the clock was set back since the attempt, so that nobody knows when it was. */
const unknownTime = 7 * 86_400_000;
const epoch = 1_420_070_400_000n;
const viewChannel = 1n << 10n;
const readMessageHistory = 1n << 16n;

/** The smallest message id that Discord gives at an instant. */
export const idAt = (milliseconds: number): string =>
  String(milliseconds > Number(epoch) ? (BigInt(Math.floor(milliseconds)) - epoch) << 22n : 0n);

/**
 * Looks for a message that an earlier attempt may have left: every message of the bot's own since then, to the last page. `absent` is a promise
 * that it is not there. `guildId` is where the channel is.
 */
export async function findEarlier(
  channels: Channels,
  guildId: string,
  delivery: Delivery,
  now: Date,
  signal: AbortSignal,
): Promise<Outcome | 'absent'> {
  // Discord gives an empty history to those who may not read it, so the permission is asked for first.
  const access = await channels.access(guildId, delivery.channelId, signal);
  if (!access.ok) return { kind: 'failed', failure: access };
  const needed = viewChannel | readMessageHistory;
  if ((access.permissions & needed) !== needed) return { kind: 'held' };

  const first = Date.parse(delivery.firstAttemptAt ?? delivery.at);
  const begun = first > now.getTime() ? now.getTime() - unknownTime : first;
  let after = delivery.searchedTo ?? idAt(begun - clockError);
  for (let pages = 0; ; pages++) {
    const page = await channels.history(delivery.channelId, after, signal);
    if (!page.ok) {
      return pages > 0 && page.why !== 'refused'
        ? { kind: 'broken-off', searchedTo: after }
        : { kind: 'failed', failure: page };
    }
    const found = page.messages.find(message => isMarked(message, delivery.id));
    if (found) return { kind: 'sent', messageId: found.id };
    if (page.messages.length < historyPage) return 'absent';
    after = page.messages.at(-1)?.id ?? after;
  }
}

/** Only the bot's own: anybody could write the mark into the channel. */
function isMarked({ own, content, customIds }: PastMessage, id: string): boolean {
  if (!own) return false;
  return (
    customIds.some(customId => customId.endsWith(`:${id}`)) ||
    content.split('\n').some(line => line.endsWith(` ${markText(id)}`))
  );
}
