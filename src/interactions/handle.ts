import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import { fallbackLanguage, type Language, languageOf } from '../i18n/languages.ts';
import { unmarked } from '../i18n/untranslated.ts';
import { wordsOf } from '../i18n/words.ts';

import { timedOut, withTimeout } from '../lib/timeout.ts';
import { OutcomeUnknown, StoreUnavailable } from '../lib/unavailable.ts';
import { shorten } from '../messaging/markdown.ts';
import { render } from '../messaging/render.ts';
import { isForm, type Reply, say } from '../messaging/reply.ts';
import { argsOf, optionsOf } from './args.ts';
import type { Choice } from './command.ts';
import { type ContextDeps, contextOf } from './context.ts';
import { type Commands, taskOf } from './dispatch.ts';
import { deferred, type Excuse, immediate, type Outcome, outcomeOf } from './outcome.ts';
import { routeTable } from './route-handler.ts';

export type Handle = (interaction: APIInteraction) => Promise<Outcome>;

export interface HandleOptions<S = unknown> extends ContextDeps<S> {
  readonly commands: Commands<S>;
  /** Milliseconds a command may take before the answer is deferred; Discord waits 3,000 from its own send to our callback. */
  readonly patience?: number;
  /** Milliseconds after which a deferred answer is given up; Discord keeps the token 15 minutes. */
  readonly limit?: number;
  /** Told of every bug, with the code that the person sees. Never gets what the person wrote. */
  onError(code: string, error: unknown, where: string): void;
  newCode(): string;
}

/** The core: one interaction in, what to send out. It rejects for nothing; bugs become a short private apology with a code. */
export function createHandle<S>(options: HandleOptions<S>): Handle {
  const patience = options.patience ?? 1_500;
  const limit = options.limit ?? 60_000;
  const { commands } = options;
  const registry = { commands, routes: routeTable(commands.values()) };

  function apology(error: unknown, interaction: APIInteraction): Reply {
    const words = wordsOf(languageFor(interaction)).errors;
    if (error instanceof OutcomeUnknown) return say(words.outcomeUnknown);
    if (error instanceof StoreUnavailable) return say(words.storeAway);
    const code = options.newCode();
    options.onError(code, error, InteractionType[interaction.type] ?? 'interaction');
    return say(words.broken({ code }));
  }

  async function respond(interaction: Parameters<typeof taskOf>[0]): Promise<Outcome> {
    const task = await taskOf(interaction, registry, options);
    const { language } = task.context;
    const excuse: Excuse = error => apology(error, interaction);
    const running = task.answer();
    if (!(running instanceof Promise)) return outcomeOf(running, task, excuse);

    const first = await withTimeout(running, patience);
    if (first !== timedOut) return outcomeOf(first, task, excuse);
    const tooLate = say(wordsOf(language).errors.late);
    if (task.late === 'ask-again') {
      running.catch(error => apology(error, interaction));
      return immediate(tooLate, task);
    }
    const finished = withTimeout(running, limit).then(answer =>
      answer === timedOut || isForm(answer) ? tooLate : answer,
    );
    return deferred(finished, task, excuse);
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

async function suggestions<S>(
  interaction: APIApplicationCommandAutocompleteInteraction,
  options: HandleOptions<S>,
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
  const choices = running instanceof Promise ? await withTimeout(running, patience) : running;
  return choices === timedOut ? [] : choices;
}

const choicesOutcome = (choices: readonly Choice[]): Outcome => ({
  response: {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: {
      choices: choices
        .slice(0, 25)
        .map(({ name, value }) => ({ name: shorten(unmarked(name), 100), value: value.slice(0, 100) })),
    },
  },
});

/** For an apology, where what is known of the community may be what failed. */
const languageFor = (interaction: APIInteraction): Language =>
  languageOf('locale' in interaction ? interaction.locale : undefined) ?? fallbackLanguage;
