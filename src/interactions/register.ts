import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { languageNames, languages, type Words } from '../i18n/language.ts';
import type { CommandWords, Named } from '../i18n/words/commands.ts';
import { commonOptions } from '../i18n/words/commands.ts';
import type { Command, Option } from './command.ts';

/** Discord's locales in which each language is registered; `en-US` is explicit so that an English client never falls back. */
const locales = { en: ['en-US', 'en-GB'], es: ['es-ES', 'es-419'] } as const;

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

/**
 * What Discord is told of the commands, from the same definitions and words that answer. `scope` `guild`: for one server, without the
 * fields that only global commands have.
 */
export function registration(
  commands: Iterable<Command<never>>,
  words: Readonly<Record<string, CommandWords>>,
  scope: 'global' | 'guild',
): Registration[] {
  return [...commands].map(command => {
    const named = words[command.name];
    if (!named) throw new Error(`no words for the command ${command.name}`);
    const common = {
      ...localizedName(named.name),
      ...(scope === 'global' && reach(command)),
      ...permissions(command),
    };
    if (command.kind === 'message') return { type: ApplicationCommandType.Message as const, ...common };
    return {
      type: ApplicationCommandType.ChatInput as const,
      ...common,
      ...localizedDescription(named.description),
      options: optionsFor(command, named),
    };
  });
}

function optionsFor(command: Exclude<Command<never>, { kind: 'message' }>, words: CommandWords) {
  if (command.kind === 'slash') return [...options(command.options, words.options), ...commonFor(command)];
  return Object.entries(command.subcommands).map(([name, subcommand]) => {
    const named = words.subcommands?.[name];
    if (!named) throw new Error(`no words for the subcommand ${command.name} ${name}`);
    return {
      type: ApplicationCommandOptionType.Subcommand as const,
      ...localizedName(named.name),
      ...localizedDescription(named.description),
      options: options(subcommand.options, named.options),
    };
  });
}

/** Required options first, as Discord demands. */
function options(
  defined: Readonly<Record<string, Option>> = {},
  words: Readonly<Record<string, Named>> = {},
) {
  const entries = Object.entries(defined).sort(
    ([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false),
  );
  return entries.map(([name, option]) => {
    const named = words[name];
    if (!named) throw new Error(`no words for the option ${name}`);
    return optionJson(option, named);
  });
}

function optionJson(option: Option, words: Named) {
  // One object literal for all types: Discord ignores nothing, so only the fields that apply are set.
  return {
    type: types[option.type],
    ...localizedName(words.name),
    ...localizedDescription(words.description),
    required: option.required ?? false,
    ...(option.suggest && { autocomplete: true }),
    ...(option.choices && {
      choices: option.choices.map(({ value, label }) => ({ ...localizedName(label), value })),
    }),
    ...(option.maxLength && { max_length: option.maxLength }),
    ...(option.channelTypes && { channel_types: [...option.channelTypes] }),
  } as APIApplicationCommandBasicOption;
}

function commonFor(command: Command<never>) {
  if (command.access !== 'everyone') return [];
  const choices = languages.map(language => ({
    value: language,
    label: sameEverywhere(languageNames[language]),
  }));
  return [
    optionJson({ type: 'boolean' }, commonOptions.share),
    optionJson({ type: 'string', choices }, commonOptions.language),
  ];
}

const sameEverywhere = (text: string): Words<string> => ({ en: text, es: text });

function localizedName(words: Words<string>) {
  return { name: words.en, name_localizations: localizations(words) };
}

function localizedDescription(words: Words<string>) {
  return { description: words.en, description_localizations: localizations(words) };
}

function localizations(words: Words<string>): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap(language => locales[language].map(locale => [locale, words[language]])),
  );
}

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
