import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { fallbackLanguage, type Language, languageRow, languages, ownName } from '../i18n/languages.ts';
import { unmarked } from '../i18n/untranslated.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Command, CommandWords, Named, Names, Option } from './command.ts';

const types = {
  string: ApplicationCommandOptionType.String,
  boolean: ApplicationCommandOptionType.Boolean,
  channel: ApplicationCommandOptionType.Channel,
  role: ApplicationCommandOptionType.Role,
  attachment: ApplicationCommandOptionType.Attachment,
} as const;

type Body = RESTPostAPIApplicationCommandsJSONBody;
type Registration = Body extends infer Each
  ? Omit<Each, 'default_member_permissions'> & { default_member_permissions?: number } & Pick<Body, 'name'>
  : never;

/** Something in each language. */
type In<T> = (language: Language) => T;

/**
 * What Discord is told of the commands, from the same definitions and words that answer. `scope` `guild`: for one server, without the
 * fields that only global commands have. Throws where a word is missing, and says which.
 */
export function registration(commands: Iterable<Command<never>>, scope: 'global' | 'guild'): Registration[] {
  return [...commands].map(command => {
    const path = `commands.${command.name}`;
    const words: In<CommandWords> = command.words ?? ownWords(command.name);
    const common = {
      ...localizedName(words, path),
      ...(scope === 'global' && reach(command)),
      ...permissions(command),
    };
    if (command.kind === 'message') return { type: ApplicationCommandType.Message as const, ...common };
    return {
      type: ApplicationCommandType.ChatInput as const,
      ...common,
      ...localizedDescription(words, path),
      options: optionsFor(command, words, path),
    };
  });
}

/** The words of a command in the files of words. */
function ownWords(name: string): In<CommandWords> {
  return language => {
    const all: Readonly<Record<string, CommandWords>> = wordsOf(language).commands;
    return all[name] ?? missing(`commands.${name}`);
  };
}

function missing(path: string): never {
  throw new Error(`src/i18n/words/${fallbackLanguage}.json has no ${path}`);
}

function optionsFor(
  command: Exclude<Command<never>, { kind: 'message' }>,
  words: In<CommandWords>,
  path: string,
) {
  if (command.kind === 'slash') {
    const named: In<Names | undefined> = language => words(language).options;
    return [...options(command.options, named, path), ...commonFor(command)];
  }
  return Object.entries(command.subcommands).map(([name, subcommand]) => {
    const here = `${path}.subcommands.${name}`;
    const own: In<CommandWords> = language => words(language).subcommands?.[name] ?? missing(here);
    return {
      type: ApplicationCommandOptionType.Subcommand as const,
      ...localizedName(own, here),
      ...localizedDescription(own, here),
      options: options(subcommand.options, language => own(language).options, here),
    };
  });
}

/** Required options first, as Discord demands. */
function options(defined: Readonly<Record<string, Option>> = {}, words: In<Names | undefined>, path: string) {
  const entries = Object.entries(defined).sort(
    ([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false),
  );
  return entries.map(([name, option]) => {
    const here = `${path}.options.${name}`;
    return optionJson(option, language => words(language)?.[name] ?? missing(here), here);
  });
}

function optionJson(option: Option, words: In<Named>, path: string) {
  // One object literal for all types: Discord ignores nothing, so only the fields that apply are set.
  return {
    type: types[option.type],
    ...localizedName(words, path),
    ...localizedDescription(words, path),
    required: option.required ?? false,
    ...(option.suggest && { autocomplete: true }),
    ...(option.choices && {
      choices: option.choices.map(({ value, label }) => ({
        ...localizedName(language => ({ name: label(language) }), path),
        value,
      })),
    }),
    ...(option.maxLength && { max_length: option.maxLength }),
    ...(option.channelTypes && { channel_types: [...option.channelTypes] }),
  } as APIApplicationCommandBasicOption;
}

/** The two options that every command for everyone has. */
function commonFor(command: Command<never>) {
  if (command.access !== 'everyone') return [];
  const choices = languages.map(language => ({ value: language, label: () => ownName(language) }));
  const defined = { share: { type: 'boolean' }, language: { type: 'string', choices } } as const;
  return options(defined, language => wordsOf(language).commonOptions, 'commonOptions');
}

function localizedName(words: In<{ readonly name: string }>, path: string) {
  const name: In<string> = language => words(language).name || missing(`${path}.name`);
  return { name: name(fallbackLanguage), name_localizations: localizations(name) };
}

function localizedDescription(words: In<{ readonly description?: string }>, path: string) {
  const description: In<string> = language => words(language).description || missing(`${path}.description`);
  return {
    description: description(fallbackLanguage),
    description_localizations: localizations(description),
  };
}

const localizations = (words: In<string>): Record<string, string> =>
  Object.fromEntries(
    languages.flatMap(language =>
      languageRow(language).locales.map(locale => [locale, unmarked(words(language))]),
    ),
  );

const { Guild, BotDM, PrivateChannel } = InteractionContextType;
const { GuildInstall, UserInstall } = ApplicationIntegrationType;

function reach(command: Command<never>) {
  return command.where === 'server'
    ? { contexts: [Guild], integration_types: [GuildInstall] }
    : { contexts: [Guild, BotDM, PrivateChannel], integration_types: [GuildInstall, UserInstall] };
}

function permissions(command: Command<never>) {
  if (command.access === 'everyone') return {};
  const needed =
    command.access === 'manager' ? PermissionFlagsBits.ManageGuild : PermissionFlagsBits.ManageMessages;
  // A number, as Discord's API description has it; its prose says text, and it takes both.
  return { default_member_permissions: Number(needed) };
}
