import { type Component, walk } from './component.ts';
import { type Fault, invalidForm, refusal } from './errors.ts';
import { type AllowedMentions, mentionableText, mentionsOf, nobody } from './mentions.ts';
import { flag, messageFaults } from './message-rules.ts';
import type { Attachment, Channel, Message, World } from './world.ts';

/** A message as a request describes it. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly unknown[] | null;
  readonly components?: Component[] | null;
  readonly flags?: number | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly attachments?: readonly { readonly id: string | number; readonly filename?: string }[] | null;
  readonly nonce?: string | number;
  readonly enforce_nonce?: boolean;
}

/** The files of a multipart request by their number in `files[n]`. */
export type Files = ReadonlyMap<string, File>;

/** Puts a new message into a channel, or refuses it as Discord does. */
export async function createMessage(
  world: World,
  channel: Channel,
  body: MessageBody,
  options: {
    authorId: string;
    files?: Files;
    viewerId?: string;
    byInteraction?: Message['byInteraction'];
    /** A deferred answer: it says that the bot is thinking, and is allowed to be empty. */
    loading?: boolean;
  },
): Promise<Message> {
  const { authorId, viewerId, byInteraction, loading = false } = options;
  const content = body.content ?? '';
  const components = numbered(structuredClone(body.components ?? []));
  const attachments = await store(channel, options.files, world);
  const flags = (body.flags ?? 0) | (loading ? flag.loading : 0);
  const embeds = body.embeds ?? [];
  must(messageFaults({ content, embeds, components, flags, files: attachments.map(one => one.filename) }));
  const isEmpty = content.trim() === '' && embeds.length + components.length + attachments.length === 0;
  if (isEmpty && !loading) throw refusal.emptyMessage();
  const text = mentionableText(content, components);
  const message: Message = {
    id: world.newId(),
    channelId: channel.id,
    authorId,
    sentAt: world.now(),
    pinged:
      viewerId === undefined ? mentionsOf(world, channel, authorId, text, body.allowed_mentions) : nobody,
    ...(viewerId !== undefined && { viewerId }),
    ...(byInteraction && { byInteraction }),
    ...(body.nonce !== undefined && { nonce: String(body.nonce) }),
    content,
    embeds,
    components,
    attachments,
    flags,
  };
  for (const one of attachments) world.attachments.set(one.id, one);
  const list = world.messages.get(channel.id) ?? [];
  list.push(message);
  world.messages.set(channel.id, list);
  world.changed.emit('change');
  return message;
}

/** Changes a message. Components V2 is never taken back; an edit rings nobody. */
export async function editMessage(
  world: World,
  message: Message,
  body: MessageBody,
  files?: Files,
): Promise<Message> {
  const channel = world.channels.get(message.channelId);
  if (!channel) throw refusal.unknownChannel();
  const kept = body.attachments
    ? message.attachments.filter(one => body.attachments?.some(({ id }) => String(id) === one.id))
    : message.attachments;
  const attachments = [...kept, ...(await store(channel, files, world))];
  const settable = flag.v2 | flag.suppressEmbeds;
  const flags = ((message.flags & ~flag.loading) | ((body.flags ?? 0) & settable)) >>> 0;
  const next = {
    content: body.content === undefined ? message.content : (body.content ?? ''),
    embeds: body.embeds === undefined ? message.embeds : (body.embeds ?? []),
    components:
      body.components === undefined ? message.components : numbered(structuredClone(body.components ?? [])),
    flags,
  };
  must(messageFaults({ ...next, files: attachments.map(one => one.filename) }));
  const isEmpty =
    next.content.trim() === '' && next.embeds.length + next.components.length + attachments.length === 0;
  if (isEmpty) throw refusal.emptyMessage();
  if ((message.flags & flag.loading) === 0) message.editedAt = world.now();
  Object.assign(message, next, { attachments });
  for (const one of attachments) world.attachments.set(one.id, one);
  world.changed.emit('change');
  return message;
}

/** Takes a message away. */
export function deleteMessage(world: World, message: Message): void {
  const list = world.messages.get(message.channelId) ?? [];
  world.messages.set(
    message.channelId,
    list.filter(one => one !== message),
  );
  world.changed.emit('change');
}

/** A message of a channel, also one that only one person sees. */
export const findMessage = (world: World, channelId: string, id: string): Message | undefined =>
  world.messages.get(channelId)?.find(one => one.id === id);

function must(faults: readonly Fault[]): void {
  if (faults.length > 0) throw invalidForm(faults);
}

/** Discord numbers the components that come without an id. */
function numbered(components: Component[]): Component[] {
  const all = [...walk(components)];
  const taken = new Set(all.map(one => one.id));
  let next = 1;
  for (const one of all) {
    if (one.id) continue;
    while (taken.has(next)) next += 1;
    one.id = next++;
  }
  return components;
}

async function store(channel: Channel, files: Files | undefined, world: World): Promise<Attachment[]> {
  const result: Attachment[] = [];
  for (const file of files?.values() ?? []) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const contentType = file.type || 'application/octet-stream';
    result.push({ id: world.newId(), channelId: channel.id, filename: file.name, contentType, bytes });
  }
  return result;
}
