import { randomBytes } from 'node:crypto';
import { takeCallback } from './callback.ts';
import type { Component, Modal } from './component.ts';
import { DiscordError } from './errors.ts';
import { flag } from './message-rules.ts';
import { findMessage } from './messages.ts';
import { interactionJson, type Scene } from './payload.ts';
import { answers, asks, type Callback, type Pending } from './pending.ts';
import { waitFor } from './wait-for.ts';
import type { Message, World } from './world.ts';

/** How an interaction reaches the bot: its first answer comes back, or comes over REST. */
type Deliver = (interaction: Record<string, unknown>, patience: number) => Promise<Callback | undefined>;

/** What the interactions of one Discord share. */
export interface Desk {
  readonly world: World;
  readonly origin: string;
  /** Milliseconds a bot has for its first answer. */
  readonly patience: number;
  /** Milliseconds for which an interaction's token is good. */
  readonly tokenLife: number;
  readonly deliver: Deliver;
}

/** What a person got. */
export type Answer =
  | { readonly kind: 'message' | 'update'; readonly message: Message; readonly deferred: boolean }
  | { readonly kind: 'form'; readonly form: Modal; readonly message?: Message }
  | { readonly kind: 'choices'; readonly choices: readonly { name: string; value: string | number }[] }
  /** The answer was deleted. */
  | { readonly kind: 'nothing' }
  /** "The application did not respond". */
  | { readonly kind: 'silence'; readonly reason: string };

/** Hands an interaction to the bot; the result fills as the bot answers. */
export function ask(desk: Desk, scene: Scene, kind: number, data: unknown, message?: Message): Pending {
  const { world, origin, patience } = desk;
  forgetOld(world);
  const name = kind === asks.command ? commandName(data) : undefined;
  const pending: Pending = {
    id: world.newId(),
    token: randomBytes(48).toString('base64url'),
    kind,
    ...(name !== undefined && { name }),
    viewerId: scene.userId,
    channelId: scene.channel.id,
    ...(message && { messageId: message.id }),
    startedAt: Date.now(),
    patience,
    life: desk.tokenLife,
  };
  world.pending.set(pending.token, pending);
  const interaction = interactionJson(world, origin, scene, pending, data, message);
  desk
    .deliver(interaction, patience)
    .then(callback => callback && takeCallback(world, pending, callback))
    .catch((error: unknown) => {
      pending.failure = error instanceof DiscordError ? JSON.stringify(error) : String(error);
      world.changed.emit('change');
    });
  return pending;
}

/** `/curate add`, or the name of a message command. */
function commandName(data: unknown): string {
  const { name, type, options } = (data ?? {}) as Partial<CommandData>;
  // A test may send what no client would.
  const step = Array.isArray(options) ? options.find(option => option?.type === 1) : undefined;
  return type === 3 ? (name ?? '') : `/${[name, step?.name].filter(Boolean).join(' ')}`;
}

interface CommandData {
  readonly name: string;
  readonly type: number;
  readonly options: readonly ({ readonly name: string; readonly type: number } | null)[];
}

/** Tokens live fifteen minutes; a little longer here, so that a late request is told so. */
function forgetOld(world: World): void {
  for (const [token, { startedAt }] of world.pending) {
    if (startedAt > Date.now() - 20 * 60_000) break;
    world.pending.delete(token);
  }
}

/** Resolves with the first answer, which may be "thinking…" still. */
export async function firstAnswer({ world }: Desk, pending: Pending): Promise<Answer | 'thinking'> {
  const look = () => (pending.answered === undefined && pending.failure === undefined ? undefined : true);
  const left = Math.max(1, pending.startedAt + pending.patience - Date.now());
  const came = await waitFor(world, look, left, 'an answer').catch(() => false);
  if (!came) return { kind: 'silence', reason: `no answer within ${pending.patience} ms` };
  if (pending.answered === undefined) return { kind: 'silence', reason: pending.failure ?? '' };
  return answerOf(world, pending) ?? 'thinking';
}

/** Resolves with the answer when it is there, after a deferral with what replaced it. */
export async function finalAnswer(desk: Desk, pending: Pending): Promise<Answer> {
  const first = await firstAnswer(desk, pending);
  if (first !== 'thinking') return first;
  return waitFor(desk.world, () => answerOf(desk.world, pending), 15_000, 'what follows a deferral');
}

function answerOf(world: World, pending: Pending): Answer | undefined {
  const find = (id: string | undefined) => findMessage(world, pending.channelId, id ?? '');
  switch (pending.answered) {
    case answers.choices:
      return { kind: 'choices', choices: pending.choices ?? [] };
    case answers.modal: {
      const message = find(pending.messageId);
      return pending.modal && { kind: 'form', form: pending.modal, ...(message && { message }) };
    }
    case answers.message:
    case answers.update: {
      const message = find(pending.originalId);
      const kind = pending.answered === answers.update ? 'update' : 'message';
      return message ? { kind, message, deferred: false } : { kind: 'nothing' };
    }
    default: {
      const message = find(pending.laterId);
      if (pending.laterId === undefined || (message && (message.flags & flag.loading) !== 0))
        return undefined;
      const kind = pending.laterId === pending.messageId ? 'update' : 'message';
      return message ? { kind, message, deferred: true } : { kind: 'nothing' };
    }
  }
}

/** The values of a form as it is sent: what a person filled in by field id, else what the bot filled in before. */
export function formData(
  form: Modal,
  filled: Readonly<Record<string, string | boolean | readonly string[]>>,
): unknown {
  const value = (one: Component): unknown => {
    const given = filled[one.custom_id ?? ''];
    const base = { type: one.type, id: one.id ?? 0, custom_id: one.custom_id };
    if (one.type === 4) return { ...base, value: given ?? one.value ?? '' };
    if (one.type === 23) return { ...base, value: given ?? one.default ?? false };
    const chosen = one.options?.filter(option => option.default).map(option => option.value) ?? [];
    const values = given === undefined ? chosen : [given].flat();
    return one.type === 21 ? { ...base, value: values[0] ?? null } : { ...base, values };
  };
  const components = form.components.map(one => ({
    type: one.type,
    id: one.id ?? 0,
    ...(one.component && { component: value(one.component) }),
    ...(one.components && { components: one.components.map(value) }),
  }));
  return { custom_id: form.custom_id, components };
}
