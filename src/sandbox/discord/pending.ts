import type { Modal } from './component.ts';
import { invalidForm, refusal } from './errors.ts';
import { flag } from './message-rules.ts';
import {
  createMessage,
  deleteMessage,
  editMessage,
  type Files,
  findMessage,
  type MessageBody,
} from './messages.ts';
import { mustFit } from './schema.ts';
import type { Message, World } from './world.ts';

/** Kinds of interaction by Discord's names. */
export const asks = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Kinds of first answer by Discord's names. */
export const answers = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** An interaction that was handed to the bot, and what the bot has answered so far. */
export interface Pending {
  readonly id: string;
  readonly token: string;
  readonly kind: number;
  /** The command used: `/curate add`. */
  readonly name?: string;
  readonly viewerId: string;
  readonly channelId: string;
  /** The message pressed on, or the one whose button opened the form. */
  readonly messageId?: string;
  /** Milliseconds since 1970 by the machine's clock, which the three seconds and fifteen minutes are counted on. */
  readonly startedAt: number;
  /** Milliseconds in which the first answer must come. */
  readonly patience: number;
  /** The kind of the first answer, once it came. */
  answered?: number;
  /** The message that `@original` means. */
  originalId?: string;
  /** The message last written through the interaction's token, once the first answer is followed by something. */
  laterId?: string;
  /** Why the bot's endpoint failed to answer. */
  failure?: string;
  modal?: Modal;
  choices?: readonly { name: string; value: string | number }[];
}

/** A first answer as it comes over REST or as the body of an HTTP interaction's response. */
export interface Callback {
  readonly type?: number;
  readonly data?: unknown;
}

const tokenLife = 15 * 60_000;

/** Takes the bot's first answer, or refuses it as Discord does. */
export async function takeCallback(
  world: World,
  pending: Pending,
  callback: Callback,
  files?: Files,
): Promise<void> {
  if (pending.answered !== undefined) throw refusal.alreadyAcknowledged();
  if (Date.now() - pending.startedAt > pending.patience) throw refusal.unknownInteraction();
  const type = callback.type;
  if (type === undefined || !allowedAnswers(pending).includes(type)) {
    const message = `An interaction of type ${pending.kind} cannot be answered with type ${type}.`;
    throw invalidForm([{ path: ['type'], code: 'INTERACTION_TYPE_INVALID', message }]);
  }
  if (type === answers.choices) pending.choices = choicesOf(callback.data);
  if (type === answers.modal) pending.modal = modalOf(callback.data);
  if (type === answers.message || type === answers.deferredMessage) {
    const message = await answerWithMessage(
      world,
      pending,
      type,
      (callback.data ?? {}) as MessageBody,
      files,
    );
    pending.originalId = message.id;
  }
  if (type === answers.update) {
    mustFit('IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema', callback.data ?? {});
    await editMessage(world, pressed(world, pending), (callback.data ?? {}) as MessageBody, files);
  }
  if ((type === answers.update || type === answers.deferredUpdate) && pending.messageId)
    pending.originalId = pending.messageId;
  pending.answered = type;
  world.changed.emit('change');
}

/** The interaction of a webhook request, or Discord's refusal of its token. */
export function pendingOf(world: World, token: string): Pending {
  const pending = world.pending.get(token);
  if (pending?.answered === undefined) throw refusal.unknownWebhook();
  if (Date.now() - pending.startedAt > tokenLife) throw refusal.invalidWebhookToken();
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

function answerWithMessage(
  world: World,
  pending: Pending,
  type: number,
  body: MessageBody,
  files?: Files,
): Promise<Message> {
  mustFit('IncomingWebhookInteractionRequestSchema', body);
  const loading = type === answers.deferredMessage;
  if (loading && ((body.flags ?? 0) & ~flag.ephemeral) !== 0) {
    const message = 'Only EPHEMERAL can be set on a deferred answer; Components V2 goes with the edit.';
    throw invalidForm([{ path: ['data', 'flags'], code: 'INTERACTION_DEFER_INVALID_FLAGS', message }]);
  }
  const options = { ...authorship(world, pending, body.flags, files), loading };
  return createMessage(
    world,
    channelOf(world, pending),
    loading ? { flags: body.flags ?? 0 } : body,
    options,
  );
}

const authorship = (
  world: World,
  pending: Pending,
  flags: number | null | undefined,
  files: Files | undefined,
) => ({
  authorId: world.botId,
  byInteraction: {
    id: pending.id,
    kind: pending.kind,
    userId: pending.viewerId,
    ...(pending.name !== undefined && { command: pending.name }),
  },
  ...(((flags ?? 0) & flag.ephemeral) !== 0 && { viewerId: pending.viewerId }),
  ...(files && { files }),
});

/** No modal after a modal; an update only where there is a message; autocomplete only choices. */
function allowedAnswers(pending: Pending): readonly number[] {
  const updates = pending.messageId === undefined ? [] : [answers.update, answers.deferredUpdate];
  const messages = [answers.message, answers.deferredMessage];
  if (pending.kind === asks.ping) return [answers.pong];
  if (pending.kind === asks.autocomplete) return [answers.choices];
  if (pending.kind === asks.command) return [...messages, answers.modal];
  if (pending.kind === asks.component) return [...messages, ...updates, answers.modal];
  return [...messages, ...updates];
}

function choicesOf(data: unknown): { name: string; value: string | number }[] {
  mustFit('InteractionApplicationCommandAutocompleteCallbackStringDataSchema', data);
  const { choices } = data as { choices?: { name: string; value: string }[] | null };
  return choices ?? [];
}

function modalOf(data: unknown): Modal {
  mustFit('ModalInteractionCallbackRequestDataSchema', data);
  const modal = data as Modal;
  if (modal.components.length > 5) {
    const message = 'Must be between 1 and 5 in length.';
    throw invalidForm([{ path: ['data', 'components'], code: 'BASE_TYPE_BAD_LENGTH', message }]);
  }
  return modal;
}

function pressed(world: World, pending: Pending): Message {
  const message = findMessage(world, pending.channelId, pending.messageId ?? '');
  if (!message) throw refusal.unknownMessage();
  return message;
}

function channelOf(world: World, pending: Pending) {
  const channel = world.channels.get(pending.channelId);
  if (!channel) throw refusal.unknownChannel();
  return channel;
}
