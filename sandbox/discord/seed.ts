import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Channel, Guild, World } from './world.ts';

const everyone =
  P.ViewChannel |
  P.SendMessages |
  P.ReadMessageHistory |
  P.UseApplicationCommands |
  P.SendMessagesInThreads |
  P.AttachFiles |
  P.EmbedLinks;
const bot = everyone | P.CreatePublicThreads | P.ManageThreads | P.UseExternalEmojis;

/** The people of the first server, by the name a test says. */
export const cast = {
  member: { username: 'marisol', name: 'Marisol', roles: [] },
  moderator: { username: 'dana', name: 'Dana', roles: ['moderators'] },
  moderator2: { username: 'tomas', name: 'Tomás', roles: ['moderators'] },
  manager: { username: 'ruth', name: 'Ruth', roles: ['managers'] },
} as const;

/** The channels of a server, by the name a test says. */
const places = {
  general: { type: ChannelType.GuildText },
  news: { type: ChannelType.GuildAnnouncement },
  questions: { type: ChannelType.GuildForum },
  moderators: { type: ChannelType.GuildText },
} as const;

type PersonName = keyof typeof cast;

/** Adds the bot's own account and the people, who are then members of every server made by {@link addGuild}. */
export function addPeople(world: World): void {
  world.users.set(world.botId, {
    id: world.botId,
    username: 'trust-act-bot',
    name: 'Trust Act Bot',
    bot: true,
  });
  for (const { username, name } of Object.values(cast)) {
    const id = world.newId();
    world.users.set(id, { id, username, name });
  }
}

/** The id of one of the {@link cast}. */
export function personId(world: World, person: string): string {
  const username = person in cast ? cast[person as PersonName].username : person;
  const user = world.users.get(person) ?? [...world.users.values()].find(one => one.username === username);
  if (!user) throw new Error(`Nobody called ${person} is in Discord's stand-in.`);
  return user.id;
}

/** A new server with the usual channels, roles and people, and the bot in it. */
export function addGuild(world: World, options: { name: string; locale: string }): Guild {
  const id = world.newId();
  const guild: Guild = { id, ...options, ownerId: world.newId(), roles: new Map(), members: new Map() };
  world.guilds.set(id, guild);
  const role = (roleId: string, name: string, permissions: bigint, color = 0, mentionable = false) => {
    guild.roles.set(roleId, { id: roleId, name, permissions, color, mentionable });
    return roleId;
  };
  role(id, '@everyone', everyone);
  const roles = {
    moderators: role(
      world.newId(),
      'Moderators',
      everyone | P.ManageMessages | P.CreatePublicThreads,
      0x2ecc71,
    ),
    managers: role(world.newId(), 'Managers', everyone | P.ManageMessages | P.ManageGuild, 0xe67e22),
    updates: role(world.newId(), 'Updates', 0n, 0x3498db, true),
    bot: role(world.newId(), 'Trust Act Bot', bot),
  };
  for (const [name, person] of Object.entries(cast)) {
    const userId = personId(world, name);
    guild.members.set(userId, { userId, roles: person.roles.map(key => roles[key]) });
  }
  guild.members.set(world.botId, { userId: world.botId, roles: [roles.bot] });
  for (const [name, place] of Object.entries(places)) {
    const channel = addChannel(world, guild, { name, type: place.type });
    if (name !== 'moderators') continue;
    channel.overwrites.push({ id, kind: 'role', allow: 0n, deny: P.ViewChannel });
    for (const roleId of [roles.moderators, roles.managers, roles.bot]) {
      channel.overwrites.push({ id: roleId, kind: 'role', allow: P.ViewChannel, deny: 0n });
    }
  }
  return guild;
}

/** A new channel. */
export function addChannel(
  world: World,
  guild: Guild,
  options: { name: string; type: number; parentId?: string; ownerId?: string },
): Channel {
  const channel: Channel = { id: world.newId(), guildId: guild.id, overwrites: [], ...options };
  world.channels.set(channel.id, channel);
  world.messages.set(channel.id, []);
  world.changed.emit('change');
  return channel;
}
