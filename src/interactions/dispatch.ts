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
import { type Answer, type Reply, say } from '../messaging/reply.ts';
import { decodeRoute } from '../messaging/route.ts';
import { argsOf, optionsOf, ownOf } from './args.ts';
import type { Args, Command, Subcommand } from './command.ts';
import { type ContextDeps, contextOf } from './context.ts';
import type { Access, Context } from './contexts.ts';
import { type RouteHandler, routeKey } from './route-handler.ts';

export type Commands<S> = ReadonlyMap<string, Command<S>>;

/** Who answers what: the commands by name, and the handlers of their buttons and forms. */
export interface Registry<S> {
  readonly commands: Commands<S>;
  readonly routes: ReadonlyMap<string, RouteHandler<S>>;
}

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

/** Finds who answers an interaction, checking place and rights each time anew. Never throws for what a person or a stranger sent. */
export async function taskOf<S>(
  interaction: Said,
  registry: Registry<S>,
  sources: ContextDeps<S>,
): Promise<Task> {
  return interaction.type === InteractionType.ApplicationCommand
    ? commandTask(interaction, registry.commands, sources)
    : messageTask(interaction, registry, sources);
}

async function commandTask<S>(
  interaction: APIApplicationCommandInteraction,
  commands: Commands<S>,
  sources: ContextDeps<S>,
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
    return { ...task, late: 'defer', answer: () => say(text) };
  }
  return { ...task, late: part.opensForm ? 'ask-again' : 'defer', answer: () => part.run(args, context) };
}

async function messageTask<S>(
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
  { commands, routes }: Registry<S>,
  sources: ContextDeps<S>,
): Promise<Task> {
  const context = await contextOf(interaction, { shared: false }, sources);
  const [name, verb, ...parts] = decodeRoute(interaction.data.custom_id);
  const command = commands.get(name);
  const isPress = interaction.type === InteractionType.MessageComponent;
  const handler = routes.get(routeKey(isPress ? 'press' : 'submit', name, verb));
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
  const filled = {
    ...context,
    values:
      isPress && interaction.data.component_type !== ComponentType.Button ? interaction.data.values : [],
    fields: isPress ? new Map<string, string>() : fieldsOf(interaction),
    message: message ?? { id: '', private: true },
  };
  return {
    ...task,
    late: handler?.opensForm ? 'ask-again' : 'defer',
    answer: () => handler?.answer(parts, filled) ?? refusalReply('stale', context),
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
  if (refusal === 'moderator' || refusal === 'manager') return say(words.notAllowed[refusal]);
  return say(words[refusal ?? 'stale']);
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
