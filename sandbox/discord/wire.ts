import { isThread } from './permissions.ts';
import type { Attachment, Channel, Guild, Member, Message, Role, User, World } from './world.ts';

/** The values as they stand in Discord's JSON. */

/** A user, as everybody sees them. */
export const userJson = (user: User) => ({
  id: user.id,
  username: user.username,
  discriminator: '0',
  global_name: user.bot ? null : user.name,
  avatar: null,
  bot: user.bot ?? false,
  public_flags: 0,
  flags: 0,
  primary_guild: null,
});

/** A server's member, without the user. */
export const memberJson = (member: Member) => ({
  roles: member.roles,
  nick: null,
  avatar: null,
  banner: null,
  joined_at: '2024-01-01T00:00:00.000Z',
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
});

/** A role. */
export const roleJson = (role: Role) => ({
  id: role.id,
  name: role.name,
  description: null,
  permissions: String(role.permissions),
  color: role.color,
  colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
  position: 1,
  hoist: false,
  managed: false,
  mentionable: role.mentionable,
  icon: null,
  unicode_emoji: null,
  flags: 0,
});

/** A channel or thread. */
export const channelJson = (channel: Channel) => ({
  id: channel.id,
  type: channel.type,
  flags: 0,
  last_message_id: null,
  ...(channel.guildId && {
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
  }),
  ...(isThread(channel) ? threadFields(channel) : channelFields(channel)),
});

const channelFields = (channel: Channel) => ({
  position: 0,
  nsfw: false,
  rate_limit_per_user: 0,
  topic: null,
  permission_overwrites: channel.overwrites.map(one => ({
    id: one.id,
    type: one.kind === 'role' ? 0 : 1,
    allow: String(one.allow),
    deny: String(one.deny),
  })),
});

const threadFields = (channel: Channel) => ({
  owner_id: channel.ownerId ?? '0',
  message_count: 0,
  member_count: 1,
  total_message_sent: 0,
  rate_limit_per_user: 0,
  thread_metadata: {
    archived: channel.archived ?? false,
    archive_timestamp: '2024-01-01T00:00:00.000Z',
    auto_archive_duration: 4320,
    locked: false,
  },
});

/** The part of a server that an interaction carries. */
export const interactionGuildJson = (guild: Guild) => ({ id: guild.id, locale: guild.locale, features: [] });

/** A message's or command's file, with an address below `origin`. */
export const attachmentJson = (origin: string, attachment: Attachment) => ({
  id: attachment.id,
  filename: attachment.filename,
  size: attachment.bytes.length,
  url: attachmentUrl(origin, attachment),
  proxy_url: attachmentUrl(origin, attachment),
  content_type: attachment.contentType,
});

/** Where an attachment can be fetched. */
const attachmentUrl = (origin: string, attachment: Attachment): string =>
  `${origin}/attachments/${attachment.channelId}/${attachment.id}/${encodeURIComponent(attachment.filename)}`;

/** A message as REST answers and as a component interaction carries it. The nonce stands only in the answer to its own creation. */
export function messageJson(world: World, origin: string, message: Message, nonce?: string | number) {
  const user = (id: string) => world.users.get(id);
  const by = message.byInteraction;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: by?.kind === 2 ? 20 : 0,
    author: userJson(
      user(message.authorId) ?? { id: message.authorId, username: 'deleted', name: 'Deleted User' },
    ),
    content: message.content,
    timestamp: message.sentAt.toISOString(),
    edited_timestamp: message.editedAt?.toISOString() ?? null,
    tts: false,
    pinned: false,
    mention_everyone: message.pinged.everyone,
    mentions: message.pinged.users.flatMap(id => user(id) ?? []).map(userJson),
    mention_roles: message.pinged.roles,
    attachments: message.attachments.map(one => attachmentJson(origin, one)),
    embeds: message.embeds,
    components: message.components,
    flags: message.flags,
    ...(nonce !== undefined && { nonce }),
    ...(message.authorId === world.botId && { application_id: world.applicationId }),
    ...(by && {
      webhook_id: world.applicationId,
      interaction_metadata: {
        id: by.id,
        type: by.kind,
        user: userJson(user(by.userId) ?? { id: by.userId, username: 'deleted', name: 'Deleted User' }),
        authorizing_integration_owners: {},
      },
    }),
  };
}
