import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusal } from '../errors.ts';
import { flag } from '../message-rules.ts';
import { createMessage, deleteMessage, editMessage, findMessage, type MessageBody } from '../messages.ts';
import { has, isThread, permissionsIn } from '../permissions.ts';
import { mustFit } from '../schema.ts';
import { messageJson } from '../wire.ts';
import type { Channel, Message, World } from '../world.ts';
import { mustHave, visibleChannel } from './access.ts';
import type { Call, Reply, Route } from './route.ts';

/** Messages of channels. */
export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel/messages', handle: history },
  { method: 'POST', path: '/channels/:channel/messages', handle: create },
  { method: 'GET', path: '/channels/:channel/messages/:message', handle: read },
  { method: 'PATCH', path: '/channels/:channel/messages/:message', handle: edit },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', handle: remove },
  { method: 'POST', path: '/channels/:channel/messages/:message/crosspost', handle: publish },
];

/** How long an enforced nonce is remembered, by Discord's clock: "the past few minutes". */
const nonceLife = 5 * 60_000;
const publishLimit = 10;
const hour = 3_600_000;

async function create(call: Call): Promise<Reply> {
  const { world, origin, files } = call;
  const channel = visibleChannel(call);
  if (channel.type === 15 || channel.type === 16 || channel.type === 4) throw refusal.notATextChannel();
  mustHave(world, channel, isThread(channel) ? P.SendMessagesInThreads : P.SendMessages);
  if (files.size > 0) mustHave(world, channel, P.AttachFiles);
  const body = (call.body ?? {}) as MessageBody;
  mustFit('MessageCreateRequestSchema', body);
  const earlier =
    body.enforce_nonce && body.nonce !== undefined ? sentWith(world, channel, String(body.nonce)) : undefined;
  const message = earlier ?? (await createMessage(world, channel, body, { authorId: world.botId, files }));
  if (isThread(channel)) channel.archived = false;
  return { body: messageJson(world, origin, message, body.nonce) };
}

function sentWith(world: World, channel: Channel, nonce: string): Message | undefined {
  const oldest = world.now().getTime() - nonceLife;
  const mine = (one: Message) =>
    one.nonce === nonce && one.authorId === world.botId && one.sentAt.getTime() >= oldest;
  return world.messages.get(channel.id)?.find(mine);
}

/** Newest first, at most 100, without nonces and without what only one person sees; empty without Read Message History. */
function history(call: Call): Reply {
  const { world, origin, query } = call;
  const channel = visibleChannel(call);
  if (!has(permissionsIn(world, channel, world.botId), P.ReadMessageHistory)) return { body: [] };
  const limit = Math.min(Math.max(Number(query.get('limit') ?? 50), 1), 100);
  const [before, after, around] = ['before', 'after', 'around'].map(name => query.get(name));
  const all = (world.messages.get(channel.id) ?? []).filter(one => one.viewerId === undefined);
  const isNewer = (one: Message, id: string) => BigInt(one.id) > BigInt(id);
  let page = all.slice(-limit);
  if (before) page = all.filter(one => BigInt(one.id) < BigInt(before)).slice(-limit);
  if (after) page = all.filter(one => isNewer(one, after)).slice(0, limit);
  if (around) {
    const at = all.findIndex(one => !isNewer({ ...one, id: around }, one.id));
    page = all.slice(Math.max(0, at - Math.floor(limit / 2))).slice(0, limit);
  }
  return { body: page.toReversed().map(one => messageJson(world, origin, one)) };
}

function read(call: Call): Reply {
  const { world, origin } = call;
  mustHave(world, visibleChannel(call), P.ReadMessageHistory);
  return { body: messageJson(world, origin, shown(call)) };
}

async function edit(call: Call): Promise<Reply> {
  const { world, origin, body, files } = call;
  visibleChannel(call);
  mustFit('MessageEditRequestPartialSchema', body ?? {});
  const message = shown(call);
  if (message.authorId !== world.botId) throw refusal.notYourMessage();
  return {
    body: messageJson(world, origin, await editMessage(world, message, (body ?? {}) as MessageBody, files)),
  };
}

function remove(call: Call): Reply {
  const channel = visibleChannel(call);
  const message = shown(call);
  if (message.authorId !== call.world.botId) mustHave(call.world, channel, P.ManageMessages);
  deleteMessage(call.world, message);
  return { status: 204 };
}

function publish(call: Call): Reply {
  const { world, origin } = call;
  const channel = visibleChannel(call);
  if (channel.type !== 5) throw refusal.wrongChannelType();
  const message = shown(call);
  mustHave(
    world,
    channel,
    message.authorId === world.botId ? P.SendMessages : P.SendMessages | P.ManageMessages,
  );
  if ((message.flags & flag.published) !== 0) throw refusal.alreadyPublished();
  const now = world.now().getTime();
  const recent = (world.published.get(channel.id) ?? []).filter(at => at > now - hour);
  if (recent.length >= publishLimit)
    throw refusal.tooFast(((recent[0] ?? now) + hour - now) / 1000, 'shared');
  world.published.set(channel.id, [...recent, now]);
  message.flags |= flag.published;
  world.changed.emit('change');
  return { body: messageJson(world, origin, message) };
}

function shown({ world, params }: Call): Message {
  const message = findMessage(world, params.channel ?? '', params.message ?? '');
  if (!message || message.viewerId !== undefined) throw refusal.unknownMessage();
  return message;
}
