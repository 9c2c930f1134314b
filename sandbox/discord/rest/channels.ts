import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { invalidForm, refusal } from '../errors.ts';
import { flag } from '../message-rules.ts';
import { createMessage, findMessage, type MessageBody } from '../messages.ts';
import { isThread } from '../permissions.ts';
import { mustFit } from '../schema.ts';
import { addChannel } from '../seed.ts';
import { channelJson, messageJson } from '../wire.ts';
import { mustHave, visibleChannel } from './access.ts';
import type { Call, Reply, Route } from './route.ts';

/** Channels and threads. */
export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel',
    handle: call => ({ body: channelJson(visibleChannel(call)) }),
  },
  { method: 'PATCH', path: '/channels/:channel', handle: change },
  { method: 'POST', path: '/channels/:channel/threads', handle: startThread },
  { method: 'POST', path: '/channels/:channel/messages/:message/threads', handle: threadOnMessage },
];

interface ThreadBody {
  readonly name?: string;
  readonly type?: number;
  readonly message?: MessageBody;
}

/** A post in a forum, or a thread without a first message in a text channel. */
async function startThread(call: Call): Promise<Reply> {
  const { world, origin, files } = call;
  const parent = visibleChannel(call);
  const body = (call.body ?? {}) as ThreadBody;
  const isForum = parent.type === 15 || parent.type === 16;
  if (isThread(parent)) throw refusal.wrongChannelType();
  mustFit(isForum ? 'CreateForumThreadRequestSchema' : 'CreateTextThreadWithoutMessageRequestSchema', body);
  const type = isForum ? 11 : (body.type ?? 12);
  mustHave(
    world,
    parent,
    isForum ? P.SendMessages : type === 12 ? P.CreatePrivateThreads : P.CreatePublicThreads,
  );
  const thread = addThread(call, body.name ?? '', type);
  if (!isForum) return { status: 201, body: channelJson(thread) };
  try {
    const message = await createMessage(world, thread, body.message ?? {}, { authorId: world.botId, files });
    return { status: 201, body: { ...channelJson(thread), message: messageJson(world, origin, message) } };
  } catch (error) {
    world.channels.delete(thread.id);
    throw error;
  }
}

function threadOnMessage(call: Call): Reply {
  const { world, params } = call;
  const parent = visibleChannel(call);
  if (parent.type !== 0 && parent.type !== 5) throw refusal.wrongChannelType();
  mustFit('CreateTextThreadWithMessageRequestSchema', call.body);
  mustHave(world, parent, P.CreatePublicThreads);
  const message = findMessage(world, parent.id, params.message ?? '');
  if (!message || message.viewerId !== undefined) throw refusal.unknownMessage();
  if (message.threadId) throw refusal.threadExists();
  const thread = addThread(call, (call.body as ThreadBody).name ?? '', parent.type === 5 ? 10 : 11);
  message.threadId = thread.id;
  message.flags |= flag.hasThread;
  return { status: 201, body: channelJson(thread) };
}

function addThread({ world, params }: Call, name: string, type: number) {
  const parent = world.channels.get(params.channel ?? '');
  const guild = world.guilds.get(parent?.guildId ?? '');
  if (!parent || !guild) throw refusal.unknownChannel();
  return addChannel(world, guild, { name, type, parentId: parent.id, ownerId: world.botId });
}

/** Opens or closes a thread. */
function change(call: Call): Reply {
  const channel = visibleChannel(call);
  const { archived } = (call.body ?? {}) as { archived?: boolean };
  if (!isThread(channel))
    throw invalidForm([{ path: [], code: 'UNSUPPORTED', message: 'Only threads can be changed here.' }]);
  if (archived !== undefined) channel.archived = archived;
  call.world.changed.emit('change');
  return { body: channelJson(channel) };
}
