import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { answerWords } from '../i18n/words/answers.ts';
import { errorWords } from '../i18n/words/errors.ts';
import { argsOf, optionsOf } from './args.ts';
import type { Awaitable, Choice } from './command.ts';
import { type ContextSources, contextOf } from './context.ts';
import { shorten } from './markdown.ts';
import { type Rendered, render } from './render.ts';
import { renderForm } from './render-form.ts';
import { type Answer, isForm, type Reply } from './reply.ts';
import { type Commands, type Task, taskOf } from './task.ts';

/** What follows a deferral: an edit of the first answer, a message beside it, or one in its place (the first is deleted). */
export interface Later {
  readonly how: 'edit' | 'follow-up' | 'replace';
  readonly body: Rendered;
  readonly files?: readonly { readonly name: string; readonly content: string }[];
}

/** Send `response` now (within three seconds); where there is a `later`, send that when it comes. It never rejects. */
export interface Outcome {
  readonly response: APIInteractionResponse;
  readonly later?: Promise<Later>;
}

export type Handle = (interaction: APIInteraction) => Promise<Outcome>;

export interface HandleOptions extends ContextSources {
  readonly commands: Commands;
  /** Milliseconds a command may take before the answer is deferred; Discord waits 3,000 from its own send to our callback. */
  readonly patience?: number;
  /** Milliseconds after which a deferred answer is given up; Discord keeps the token 15 minutes. */
  readonly limit?: number;
  /** Told of every bug, with the code that the person sees. Never gets what the person wrote. */
  onError(code: string, error: unknown, where: string): void;
  newCode(): string;
}

const late = Symbol('late');

/** The core: one interaction in, what to send out. It rejects for nothing; bugs become a short private apology with a code. */
export function createHandle(options: HandleOptions): Handle {
  const patience = options.patience ?? 1_500;
  const limit = options.limit ?? 60_000;

  function apology(error: unknown, interaction: APIInteraction): Reply {
    const words = errorWords[languageFor(interaction)];
    if (error instanceof Error && error.name === 'StoreUnavailable') {
      return { text: words.storeAway, visibility: 'private' };
    }
    if (error instanceof Error && error.name === 'OutcomeUnknown') {
      return { text: words.outcomeUnknown, visibility: 'private' };
    }
    const code = options.newCode();
    options.onError(code, error, InteractionType[interaction.type] ?? 'interaction');
    return { text: words.broken(code), visibility: 'private' };
  }

  async function respond(interaction: Parameters<typeof taskOf>[0]): Promise<Outcome> {
    const task = await taskOf(interaction, options.commands, options);
    const { language } = task.context;
    const running = task.answer();
    if (!(running instanceof Promise)) return outcomeOf(running, task);

    const first = await within(running, patience);
    if (first !== late) return outcomeOf(first, task);
    if (task.late === 'ask-again') {
      running.catch(error => apology(error, interaction));
      return immediate({ text: errorWords[language].late, visibility: 'private' }, task);
    }
    const finished = within(running, limit).then(answer =>
      answer === late || isForm(answer)
        ? ({ text: errorWords[language].late, visibility: 'private' } as Reply)
        : answer,
    );
    return deferred(
      finished.catch(error => apology(error, interaction)),
      task,
    );
  }

  return async interaction => {
    try {
      if (interaction.type === InteractionType.Ping)
        return { response: { type: InteractionResponseType.Pong } };
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
        return choicesOutcome(await suggestions(interaction, options, patience));
      }
      return await respond(interaction);
    } catch (error) {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
        apology(error, interaction);
        return choicesOutcome([]);
      }
      const data = render(apology(error, interaction), languageFor(interaction));
      return { response: { type: InteractionResponseType.ChannelMessageWithSource, data } };
    }
  };
}

async function suggestions(
  interaction: APIApplicationCommandAutocompleteInteraction,
  options: HandleOptions,
  patience: number,
): Promise<readonly Choice[]> {
  const command = options.commands.get(interaction.data.name);
  const given = optionsOf(interaction.data);
  const focused = given.options.find(option => 'focused' in option && option.focused);
  if (!command?.suggest || !focused) return [];
  const wished = given.options.find(option => option.name === 'language')?.value;
  const language = typeof wished === 'string' ? wished : undefined;
  const context = await contextOf(interaction, { language, shared: false }, options);
  if (!context.viewer.may(command.access) || (command.where === 'server' && !context.guild)) return [];
  const running = command.suggest(
    focused.name,
    String(focused.value),
    context,
    given.subcommand,
    argsOf(interaction.data),
  );
  const choices = running instanceof Promise ? await within(running, patience) : running;
  return choices === late ? [] : choices;
}

const choicesOutcome = (choices: readonly Choice[]): Outcome => ({
  response: {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: {
      choices: choices
        .slice(0, 25)
        .map(({ name, value }) => ({ name: shorten(name, 100), value: value.slice(0, 100) })),
    },
  },
});

function outcomeOf(answer: Answer, task: Task): Outcome {
  if (isForm(answer)) return { response: { type: InteractionResponseType.Modal, data: renderForm(answer) } };
  // Only the edit that follows a deferral can carry a file on both transports.
  return answer.file ? deferred(Promise.resolve(answer), task) : immediate(answer, task);
}

function immediate(reply: Reply, task: Task): Outcome {
  const data = render(visible(reply, task), task.context.language);
  if (reply.placement === 'update' && task.mayUpdate) {
    const { flags: _, ...message } = data;
    const flags = MessageFlags.IsComponentsV2;
    return { response: { type: InteractionResponseType.UpdateMessage, data: { ...message, flags } } };
  }
  return { response: { type: InteractionResponseType.ChannelMessageWithSource, data } };
}

/** Type 5 shows "thinking"; type 6 leaves the pressed message as it is until the edit or a message of its own comes. */
function deferred(reply: Promise<Reply>, task: Task): Outcome {
  const { language } = task.context;
  const later = reply.then((answer): Later => {
    const body = render(visible(answer, task), language);
    return { how: laterHow(answer, task), body, ...(answer.file && { files: [answer.file] }) };
  });
  if (task.onMessage) return { response: { type: InteractionResponseType.DeferredMessageUpdate }, later };
  const flags = task.context.shared ? undefined : MessageFlags.Ephemeral;
  return {
    response: {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      ...(flags && { data: { flags } }),
    },
    later,
  };
}

function laterHow(answer: Reply, task: Task): Later['how'] {
  if (task.onMessage) return answer.placement === 'update' && task.mayUpdate ? 'edit' : 'follow-up';
  // What was deferred for everyone to see cannot become private by an edit.
  return task.context.shared && answer.visibility === 'private' ? 'replace' : 'edit';
}

const visible = (reply: Reply, task: Task): Reply =>
  task.context.shared && reply.visibility === undefined ? { ...reply, visibility: 'channel' } : reply;

const languageFor = (interaction: APIInteraction): keyof typeof answerWords =>
  'locale' in interaction && interaction.locale?.startsWith('es') ? 'es' : 'en';

async function within<T>(work: Awaitable<T>, milliseconds: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const bell = new Promise<typeof late>(resolve => {
    timer = setTimeout(resolve, milliseconds, late);
  });
  try {
    return await Promise.race([work, bell]);
  } finally {
    clearTimeout(timer);
  }
}
