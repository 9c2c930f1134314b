import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Channel, Guild, World } from './world.ts';

const everything = Object.values(P).reduce((all, bit) => all | bit, 0n);

/**
 * What a member may do in a channel, by Discord's rules: the server's roles, then the channel's overwrites for everyone, for roles, for the member.
 * A thread has its parent's. https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  const parent = isThread(channel) ? world.channels.get(channel.parentId ?? '') : channel;
  const guild = world.guilds.get(channel.guildId ?? '');
  if (!guild || !parent) return 0n;
  const base = permissionsOf(guild, userId);
  if (base === everything) return base;
  const roles = guild.members.get(userId)?.roles ?? [];
  const [everyone, byRole, own] = [
    parent.overwrites.filter(one => one.id === guild.id),
    parent.overwrites.filter(one => one.kind === 'role' && roles.includes(one.id)),
    parent.overwrites.filter(one => one.kind === 'member' && one.id === userId),
  ];
  let result = base;
  for (const overwrites of [everyone, byRole, own]) {
    for (const { deny } of overwrites) result &= ~deny;
    for (const { allow } of overwrites) result |= allow;
  }
  return has(result, P.ViewChannel) ? result : 0n;
}

/** What a member may do in the server as a whole. */
export function permissionsOf(guild: Guild, userId: string): bigint {
  if (guild.ownerId === userId) return everything;
  const member = guild.members.get(userId);
  if (!member) return 0n;
  const roles = [guild.id, ...member.roles];
  const result = roles.reduce((all, id) => all | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  return has(result, P.Administrator) ? everything : result;
}

/** True when all of `wanted` is in `permissions`. */
export const has = (permissions: bigint, wanted: bigint): boolean => (permissions & wanted) === wanted;

/** True for announcement, public and private threads. */
export const isThread = (channel: Channel): boolean => [10, 11, 12].includes(channel.type);
