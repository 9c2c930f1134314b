import { authorship, channelOf } from './authorship.ts';
import type { Modal } from './component.ts';
import { invalidForm, refusal } from './errors.ts';
import { flag } from './message-rules.ts';
import { createMessage, editMessage, type Files, findMessage, type MessageBody } from './messages.ts';
import { answers, asks, type Callback, type Pending } from './pending.ts';
import { mustFit } from './schema.ts';
import type { Message, World } from './world.ts';

/** Takes the bot's first answer, or refuses it as Discord does. */
export async function takeCallback(
  world: World,
  pending: Pending,
  callback: Callback,
  files?: Files,
): Promise<void> {
  if (pending.answered !== undefined || pending.taking) throw refusal.alreadyAcknowledged();
  if (Date.now() - pending.startedAt > pending.patience) throw refusal.unknownInteraction();
  const type = callback.type;
  if (type === undefined || !allowedAnswers(pending).includes(type)) {
    const message = `An interaction of type ${pending.kind} cannot be answered with type ${type}.`;
    throw invalidForm([{ path: ['type'], code: 'INTERACTION_TYPE_INVALID', message }]);
  }
  pending.taking = true;
  try {
    await apply(world, pending, type, callback.data ?? {}, files);
    pending.answered = type;
  } finally {
    pending.taking = false;
  }
  world.changed.emit('change');
}

async function apply(
  world: World,
  pending: Pending,
  type: number,
  data: unknown,
  files: Files | undefined,
): Promise<void> {
  if (type === answers.choices) pending.choices = choicesOf(data);
  if (type === answers.modal) pending.modal = modalOf(data);
  if (type === answers.message || type === answers.deferredMessage) {
    const message = await answerWithMessage(world, pending, type, data as MessageBody, files);
    pending.originalId = message.id;
  }
  if (type === answers.update) {
    mustFit('IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema', data);
    await editMessage(world, pressed(world, pending), data as MessageBody, files);
  }
  if ((type === answers.update || type === answers.deferredUpdate) && pending.messageId)
    pending.originalId = pending.messageId;
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
