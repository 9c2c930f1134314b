import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusal } from '../errors.ts';
import { has, permissionsIn } from '../permissions.ts';
import type { Channel, Guild, World } from '../world.ts';
import type { Call } from './route.ts';

/** The channel of a request that the bot can see; 10003 where there is none, 50001 where it cannot see it. */
export function visibleChannel({ world, params }: Call): Channel {
  const channel = world.channels.get(params.channel ?? '');
  if (!channel) throw refusal.unknownChannel();
  if (!has(permissionsIn(world, channel, world.botId), P.ViewChannel)) throw refusal.missingAccess();
  return channel;
}

/** 50013 unless the bot has these permissions there. */
export function mustHave(world: World, channel: Channel, permissions: bigint): void {
  if (!has(permissionsIn(world, channel, world.botId), permissions)) throw refusal.missingPermissions();
}

/** The server of a request that the bot is in; 50001 or 10004. */
export function ownGuild({ world, params }: Call): Guild {
  const guild = world.guilds.get(params.guild ?? '');
  if (!guild) throw refusal.unknownGuild();
  if (!guild.members.has(world.botId)) throw refusal.missingAccess();
  return guild;
}
