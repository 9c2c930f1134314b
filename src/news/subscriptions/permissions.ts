import type { ChannelAccess } from '../../messaging/channels.ts';

/** Discord's bits of the permissions that posting needs. https://docs.discord.com/developers/topics/permissions */
const bits = {
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  SendMessagesInThreads: 1n << 38n,
} as const;

export type MissingPermission = keyof typeof bits;

const threads = [10, 11, 12];

/** Kinds of channel that can follow: text, announcement, threads and forum posts. */
export const subscribableTypes = [0, 5, ...threads] as const;

/**
 * What the bot lacks to post in a channel and to find its own posts again; with `role`, also to ping it. Publishing the bot's own messages needs
 * no more than sending them.
 */
export function missingPermissions(access: ChannelAccess, role?: string): readonly MissingPermission[] {
  const needed: MissingPermission[] = [
    'ViewChannel',
    threads.includes(access.type) ? 'SendMessagesInThreads' : 'SendMessages',
    'ReadMessageHistory',
    ...(role && access.guarded.has(role) ? (['MentionEveryone'] as const) : []),
  ];
  return needed.filter(name => (access.permissions & bits[name]) === 0n);
}
