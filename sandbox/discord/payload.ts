import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Pending } from './pending.ts';
import { permissionsIn } from './permissions.ts';
import { channelJson, interactionGuildJson, memberJson, messageJson, userJson } from './wire.ts';
import type { Channel, Guild, Message, World } from './world.ts';

/** Who asks, where, and in which language. */
export interface Scene {
  readonly userId: string;
  readonly channel: Channel;
  readonly guild?: Guild;
  readonly locale: string;
  /** The server's language, where it is not what the server says. */
  readonly guildLocale?: string;
}

/** What the bot may do in a direct message. */
const inDirectMessage = P.ViewChannel | P.SendMessages | P.ReadMessageHistory | P.AttachFiles | P.EmbedLinks;

/** An interaction as Discord dispatches it. https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
export function interactionJson(
  world: World,
  origin: string,
  scene: Scene,
  pending: Pending,
  data: unknown,
  message?: Message,
): Record<string, unknown> {
  const { guild, channel, userId } = scene;
  const user = world.users.get(userId);
  const member = guild?.members.get(userId);
  if (!user) throw new Error(`No user ${userId} in Discord's stand-in.`);
  const appPermissions = guild ? permissionsIn(world, channel, world.botId) : inDirectMessage;
  return {
    id: pending.id,
    application_id: world.applicationId,
    type: pending.kind,
    token: pending.token,
    version: 1,
    ...(data !== undefined && { data }),
    channel_id: channel.id,
    channel: channelJson(channel),
    ...(guild && member
      ? {
          guild_id: guild.id,
          guild: { ...interactionGuildJson(guild), locale: scene.guildLocale ?? guild.locale },
          guild_locale: scene.guildLocale ?? guild.locale,
          member: {
            ...memberJson(member),
            user: userJson(user),
            permissions: String(permissionsIn(world, channel, userId)),
          },
        }
      : { user: userJson(user) }),
    locale: scene.locale,
    app_permissions: String(appPermissions),
    entitlements: [],
    authorizing_integration_owners: guild ? { 0: guild.id } : { 1: userId },
    context: guild ? 0 : 1,
    attachment_size_limit: 10_485_760,
    ...(message && { message: messageJson(world, origin, message) }),
  };
}
