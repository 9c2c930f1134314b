import { authorship, channelOf } from './authorship.ts';
import { refusal } from './errors.ts';
import { flag } from './message-rules.ts';
import {
  createMessage,
  deleteMessage,
  editMessage,
  type Files,
  findMessage,
  type MessageBody,
} from './messages.ts';
import type { Pending } from './pending.ts';
import { mustFit } from './schema.ts';
import type { Message, World } from './world.ts';

/** The interaction of a webhook request, or Discord's refusal of its token. */
export function pendingOf(world: World, token: string): Pending {
  const pending = world.pending.get(token);
  if (pending?.answered === undefined) throw refusal.unknownWebhook();
  if (Date.now() - pending.startedAt > pending.life) throw refusal.invalidWebhookToken();
  return pending;
}

/** The message that `@original` or an id means to the interaction. */
export function messageOf(world: World, pending: Pending, id: string): Message {
  const message = findMessage(world, pending.channelId, id === '@original' ? (pending.originalId ?? '') : id);
  const mine = message?.byInteraction?.id === pending.id || message?.id === pending.originalId;
  if (!message || !mine) throw refusal.unknownMessage();
  return message;
}

/** A message after the first answer. After a deferral the first one takes the place of "thinking…", and stays as private as that was. */
export async function followUp(
  world: World,
  pending: Pending,
  body: MessageBody,
  files?: Files,
): Promise<Message> {
  mustFit('IncomingWebhookInteractionRequestSchema', body);
  const original = pending.originalId ? findMessage(world, pending.channelId, pending.originalId) : undefined;
  if (original && (original.flags & flag.loading) !== 0)
    return changeAnswer(world, pending, original, body, files);
  const message = await createMessage(
    world,
    channelOf(world, pending),
    body,
    authorship(world, pending, body.flags, files),
  );
  return noted(world, pending, message);
}

/** Edits a message of an interaction. */
export async function changeAnswer(
  world: World,
  pending: Pending,
  message: Message,
  body: MessageBody,
  files?: Files,
): Promise<Message> {
  mustFit('IncomingWebhookUpdateRequestPartialSchema', body);
  return noted(world, pending, await editMessage(world, message, body, files));
}

/** Removes a message of an interaction. Where that was "thinking…", what the person gets is the message that follows. */
export function removeAnswer(world: World, pending: Pending, id: string): void {
  const message = messageOf(world, pending, id);
  deleteMessage(world, message);
  if ((message.flags & flag.loading) === 0) noted(world, pending, message);
}

function noted(world: World, pending: Pending, message: Message): Message {
  pending.laterId = message.id;
  world.changed.emit('change');
  return message;
}
