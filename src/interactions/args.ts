import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIAutocompleteApplicationCommandInteractionData,
  type APIChatInputApplicationCommandInteractionData,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { Args } from './command.ts';

type Data = Pick<APIChatInputApplicationCommandInteractionData, 'resolved'> & {
  options?: readonly (
    | NonNullable<APIChatInputApplicationCommandInteractionData['options']>[number]
    | NonNullable<APIAutocompleteApplicationCommandInteractionData['options']>[number]
  )[];
};

/** The subcommand chosen (undefined where there are none), and its options flat. */
export function optionsOf(data: Data): {
  readonly subcommand: string | undefined;
  readonly options: readonly APIApplicationCommandInteractionDataBasicOption[];
} {
  const first = data.options?.[0];
  if (first?.type === ApplicationCommandOptionType.Subcommand) {
    return { subcommand: first.name, options: first.options ?? [] };
  }
  const basic = (data.options ?? []).filter(option => 'value' in option);
  return { subcommand: undefined, options: basic };
}

/** Typed access to what was given. A value of another type than asked for counts as absent. */
export function argsOf(data: Data): Args {
  const { options } = optionsOf(data);
  const given = (name: string) => options.find(option => option.name === name)?.value;
  const string = (name: string) => {
    const value = given(name);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    string,
    boolean: name => {
      const value = given(name);
      return typeof value === 'boolean' ? value : undefined;
    },
    role: string,
    channel: name => {
      const channel = ownOf(data.resolved?.channels, string(name));
      return (
        channel && {
          id: channel.id,
          type: channel.type,
          // Of the channel for the person who asks, not for the bot: only a hint, the shell asks Discord for the bot's own.
          permissions: BigInt(channel.permissions ?? '0'),
        }
      );
    },
    attachment: name => {
      const file = ownOf(data.resolved?.attachments, string(name));
      return file && { url: file.url, name: file.filename, size: file.size };
    },
  };
}

/** The value of a key that the record has itself. */
export function ownOf<T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string | undefined,
): T | undefined {
  return record && key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
