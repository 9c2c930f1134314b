import { refusal } from './errors.ts';
import { flag } from './message-rules.ts';
import type { Files } from './messages.ts';
import type { Pending } from './pending.ts';
import type { Channel, World } from './world.ts';

/** Who writes an answer to an interaction, and for whose eyes: what creating its message needs. */
export const authorship = (
  world: World,
  pending: Pending,
  flags: number | null | undefined,
  files: Files | undefined,
) => ({
  authorId: world.botId,
  byInteraction: {
    id: pending.id,
    kind: pending.kind,
    userId: pending.viewerId,
    ...(pending.name !== undefined && { command: pending.name }),
  },
  ...(((flags ?? 0) & flag.ephemeral) !== 0 && { viewerId: pending.viewerId }),
  ...(files && { files }),
});

/** The channel an interaction was made in. */
export function channelOf(world: World, pending: Pending): Channel {
  const channel = world.channels.get(pending.channelId);
  if (!channel) throw refusal.unknownChannel();
  return channel;
}
