import { channelKind } from './channel-kind.ts';
import { flag } from './discord/message-rules.ts';
import type { Scene } from './discord/payload.ts';
import { has, isThread, permissionsIn } from './discord/permissions.ts';
import { visibleTo } from './discord/person.ts';
import { cast, personId } from './discord/seed.ts';
import type { Discord } from './discord/start.ts';
import type { Channel, Message } from './discord/world.ts';
import { markdown, type Names } from './markdown.ts';
import type { PlaceQuery, View, ViewChannel, ViewMessage } from './page/model.ts';
import { locales, pageWords } from './page-words.ts';
import type { Stage } from './stage.ts';
import { viewCommands, viewMessageCommands } from './view-commands.ts';
import { fileLink, viewComponents } from './view-components.ts';

const canView = 0x400n;
const canSend = 0x800n;
/** As many messages as the page draws; older ones stay in the channel's history. */
const shown = 100;

/** The scene of a query; a channel the person cannot see becomes the first they can. */
export function sceneOf(discord: Discord, query: PlaceQuery): Scene {
  const common = { user: query.user, locale: query.locale, guildLocale: query.server };
  if (query.channel === 'direct') return discord.scene({ ...common, guild: null });
  const userId = personId(discord.world, query.user);
  const open = channelsFor(discord, userId);
  const channel = open.find(one => one.id === query.channel) ?? open[0];
  return discord.scene({ ...common, ...(channel && { channel: channel.id }) });
}

/** Everything the page shows to one person at one place. */
export function viewOf({ discord, file }: Stage, query: PlaceQuery): View {
  const { world, home } = discord;
  const scene = sceneOf(discord, query);
  const names = namesOf(discord);
  const isForum = scene.channel.type === 15;
  const direct: ViewChannel = {
    id: 'direct',
    name: world.users.get(world.botId)?.name ?? '',
    kind: 'direct',
    private: true,
  };
  return {
    server: home.name,
    people: Object.entries(cast).map(([key, { name }]) => ({ key, name, role: key })),
    roles: [...home.roles.values()].filter(role => role.id !== home.id).map(({ id, name }) => ({ id, name })),
    channels: [...channelsFor(discord, scene.userId).map(one => viewChannel(discord, one)), direct],
    channel: scene.guild ? viewChannel(discord, scene.channel) : direct,
    canWrite: !isForum && (!scene.guild || has(permissionsIn(world, scene.channel, scene.userId), canSend)),
    commands: isForum ? [] : viewCommands(world, scene),
    messageCommands: viewMessageCommands(world, scene),
    messages: visibleTo(world, scene)
      .slice(-shown)
      .map(message => viewMessage(discord, message, scene, names)),
    now: world.now().getTime(),
    connected: discord.gateway.connected() > 0,
    hasCourt: file !== undefined,
    ...pageWords(query.locale),
    locales,
  };
}

/** Names for mentions. */
export const namesOf = ({ world, home }: Discord): Names => ({
  user: id => world.users.get(id)?.name,
  role: id => home.roles.get(id)?.name,
  channel: id => world.channels.get(id)?.name,
});

function channelsFor({ world, home }: Discord, userId: string): Channel[] {
  const open = [...world.channels.values()].filter(
    one => one.guildId === home.id && has(permissionsIn(world, one, userId), canView),
  );
  const top = open.filter(one => !isThread(one));
  return top.flatMap(one => [one, ...open.filter(thread => isThread(thread) && thread.parentId === one.id)]);
}

const viewChannel = ({ home }: Discord, channel: Channel): ViewChannel => ({
  id: channel.id,
  name: channel.name,
  kind: channelKind(channel.type),
  private: channel.overwrites.some(one => one.id === home.id && has(one.deny, canView)),
  ...(isThread(channel) && channel.parentId && { parent: channel.parentId }),
});

function viewMessage({ world }: Discord, message: Message, scene: Scene, names: Names): ViewMessage {
  const author = world.users.get(message.authorId);
  const { byInteraction: by, pinged } = message;
  const thread = world.channels.get(message.threadId ?? '');
  const roles = scene.guild?.members.get(scene.userId)?.roles ?? [];
  const inComponents = new Set(JSON.stringify(message.components).match(/attachment:\/\/[^"]+/g) ?? []);
  return {
    id: message.id,
    author: author?.name ?? '',
    bot: author?.bot ?? false,
    at: message.sentAt.getTime(),
    edited: message.editedAt !== undefined,
    private: message.viewerId !== undefined,
    thinking: (message.flags & flag.loading) !== 0,
    published: (message.flags & flag.published) !== 0,
    rings:
      pinged.everyone || pinged.users.includes(scene.userId) || pinged.roles.some(id => roles.includes(id)),
    ...(by?.command && { used: { by: world.users.get(by.userId)?.name ?? '', command: by.command } }),
    marks: markdown(message.content, names),
    components: viewComponents(message.components, names, message.attachments),
    files: message.attachments.filter(one => !inComponents.has(`attachment://${one.filename}`)).map(fileLink),
    ...(thread && { thread: { id: thread.id, name: thread.name } }),
  };
}
