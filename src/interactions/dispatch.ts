import {
  type APIApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { wordsOf } from '../i18n/words.ts';

import type { Awaitable } from '../lib/types.ts';
import type { Answer, Reply } from '../messaging/reply.ts';
import { decodeRoute } from '../messaging/route.ts';
import { argsOf, optionsOf, ownOf } from './args.ts';
import type { Access, Args, Command, Context, Subcommand } from './command.ts';
import { type ContextSources, contextOf } from './context.ts';

export type Commands<S> = ReadonlyMap<string, Command<S>>;

/** One interaction, understood: how to answer it and what to do when that takes long. */
export interface Task {
  readonly context: Context;
  answer(): Awaitable<Answer>;
  /** Where it opens a form it cannot be deferred. */
  readonly late: 'defer' | 'ask-again';
  /** A press or submit on a message that this answer may change. */
  readonly mayUpdate: boolean;
  /** It came from a press or a submit, whose deferral keeps the message as it is. */
  readonly onMessage: boolean;
}

type Said = APIApplicationCommandInteraction | APIMessageComponentInteraction | APIModalSubmitInteraction;

const refuse = (text: string): Reply => ({ text, visibility: 'private' });

/** Finds who answers an interaction, checking place and rights each time anew. Never throws for what a person or a stranger sent. */
export async function taskOf<S>(
  interaction: Said,
  commands: Commands<S>,
  sources: ContextSources<S>,
): Promise<Task> {
  return interaction.type === InteractionType.ApplicationCommand
    ? commandTask(interaction, commands, sources)
    : messageTask(interaction, commands, sources);
}

async function commandTask<S>(
  interaction: APIApplicationCommandInteraction,
  commands: Commands<S>,
  sources: ContextSources<S>,
): Promise<Task> {
  const { data } = interaction;
  const command = commandOf(data.type, data.name, commands);
  const args = data.type === ApplicationCommandType.ChatInput ? argsOf(data) : noArgs;
  const shared = command?.access === 'everyone' && args.boolean('share') === true;
  const wished = command?.access === 'everyone' ? args.string('language') : undefined;
  const context = await contextOf(interaction, { language: wished, shared }, sources);
  const task = { context, mayUpdate: false, onMessage: false };
  const refusal = command ? refusalOf(command, command.access, context) : 'unknownCommand';
  if (!command || refusal) return { ...task, late: 'defer', answer: () => refusalReply(refusal, context) };

  if (command.kind === 'message') {
    const target =
      data.type === ApplicationCommandType.Message ? data.resolved.messages[data.target_id] : undefined;
    if (!target) return { ...task, late: 'defer', answer: () => refusalReply('unknownCommand', context) };
    const message = { id: target.id, text: target.content };
    return {
      ...task,
      late: command.opensForm ? 'ask-again' : 'defer',
      answer: () => command.run(message, context),
    };
  }
  const chosen = data.type === ApplicationCommandType.ChatInput ? optionsOf(data).subcommand : undefined;
  const part: Subcommand<S> | undefined =
    command.kind === 'slash' ? command : ownOf(command.subcommands, chosen);
  if (!part) return { ...task, late: 'defer', answer: () => refusalReply('unknownCommand', context) };
  const missing = missingOf(part, args);
  if (missing) {
    const text = wordsOf(context.language).errors.missingOption({ option: missing });
    return { ...task, late: 'defer', answer: () => refuse(text) };
  }
  return { ...task, late: part.opensForm ? 'ask-again' : 'defer', answer: () => part.run(args, context) };
}

async function messageTask<S>(
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
  commands: Commands<S>,
  sources: ContextSources<S>,
): Promise<Task> {
  const context = await contextOf(interaction, { shared: false }, sources);
  const [name, ...parts] = decodeRoute(interaction.data.custom_id);
  const command = commands.get(name);
  const message = interaction.message && {
    id: interaction.message.id,
    private: ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
  };
  const access = command?.access ?? 'everyone';
  const task = {
    context,
    onMessage: message !== undefined,
    mayUpdate: message !== undefined && (message.private || access !== 'everyone'),
  };
  const refusal = command ? refusalOf(command, access, context) : 'stale';
  if (!command || refusal) return { ...task, late: 'defer', answer: () => refusalReply(refusal, context) };
  if (interaction.type === InteractionType.MessageComponent) {
    const { data } = interaction;
    const values = data.component_type === ComponentType.Button ? [] : data.values;
    const pressed = { ...context, values, message: message ?? { id: '', private: true } };
    return {
      ...task,
      late: command.pressOpensForm?.(parts) ? 'ask-again' : 'defer',
      answer: () => command.press?.(parts, pressed) ?? refusalReply('stale', context),
    };
  }
  const submitted = { ...context, fields: fieldsOf(interaction), ...(message && { message }) };
  return {
    ...task,
    late: 'defer',
    answer: () => command.submit?.(parts, submitted) ?? refusalReply('stale', context),
  };
}

function commandOf<S>(
  type: ApplicationCommandType,
  name: string,
  commands: Commands<S>,
): Command<S> | undefined {
  const kind = type === ApplicationCommandType.Message;
  // Message commands have names with spaces and capitals ("Add to FAQ"); their key is the name as a file is called.
  const command = commands.get(kind ? name.toLowerCase().replaceAll(' ', '-') : name);
  return command && (command.kind === 'message') === kind ? command : undefined;
}

const noArgs: Args = {
  string: () => undefined,
  boolean: () => undefined,
  channel: () => undefined,
  role: () => undefined,
  attachment: () => undefined,
};

function missingOf(part: Subcommand<never>, args: Args): string | undefined {
  return Object.entries(part.options ?? {}).find(
    ([name, option]) => option.required && option.type === 'string' && !args.string(name)?.trim(),
  )?.[0];
}

type Refusal = 'unknownCommand' | 'stale' | 'serverOnly' | 'moderator' | 'manager' | undefined;

function refusalOf(command: Pick<Command<never>, 'where'>, access: Access, context: Context): Refusal {
  if (command.where === 'server' && !context.guild) return 'serverOnly';
  if (access !== 'everyone' && !context.viewer.may(access)) return access;
  return undefined;
}

function refusalReply(refusal: Refusal, { language }: Context): Reply {
  const words = wordsOf(language).errors;
  if (refusal === 'moderator' || refusal === 'manager') return refuse(words.notAllowed[refusal]);
  return refuse(words[refusal ?? 'stale']);
}

/** The fields of a sent form by id; of a menu the first chosen value. */
function fieldsOf(interaction: APIModalSubmitInteraction): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const row of interaction.data.components) {
    const inputs = 'components' in row ? row.components : 'component' in row ? [row.component] : [];
    for (const input of inputs) {
      if ('value' in input && typeof input.value === 'string') fields.set(input.custom_id, input.value);
      else if ('values' in input) fields.set(input.custom_id, input.values[0] ?? '');
    }
  }
  return fields;
}
