import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';

/**
 * What a member may do in a channel: the roles, then the channel's overwrites for everyone, for roles, for the member.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(
  guildId: string,
  roles: readonly APIRole[],
  member: Pick<APIGuildMember, 'roles'> & { readonly id: string },
  overwrites: readonly APIOverwrite[],
): bigint {
  const own = roles.filter(({ id }) => id === guildId || member.roles.includes(id));
  const base = own.reduce((all, { permissions }) => all | BigInt(permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const ofRole = (id: string) => id !== guildId && member.roles.includes(id);
  const layers = [
    overwrites.filter(({ type, id }) => type === OverwriteType.Role && id === guildId),
    overwrites.filter(({ type, id }) => type === OverwriteType.Role && ofRole(id)),
    overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === member.id),
  ];
  const result = layers.reduce((before, layer) => {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (before & ~denied) | allowed;
  }, base);
  return (result & PermissionFlagsBits.ViewChannel) === 0n ? 0n : result;
}
