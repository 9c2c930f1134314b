import { channelKind } from './channel-kind.ts';
import type { Scene } from './discord/payload.ts';
import { has, permissionsIn } from './discord/permissions.ts';
import type { Command, World } from './discord/world.ts';
import type { ViewCommand, ViewCommandOption } from './page/model.ts';

interface Definition {
  readonly name: string;
  readonly type?: number;
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly channel_types?: readonly number[];
  readonly options?: readonly Definition[];
  readonly choices?: readonly (Definition & { readonly value: string | number })[];
  readonly default_member_permissions?: string | number | null;
  readonly contexts?: readonly number[] | null;
}

const kinds: Readonly<Record<number, ViewCommandOption['type']>> = {
  3: 'text',
  4: 'integer',
  5: 'boolean',
  6: 'user',
  7: 'channel',
  8: 'role',
  10: 'integer',
  11: 'file',
};

/** The slash commands a person is offered at a place, one for each subcommand, in their language. */
export function viewCommands(world: World, scene: Scene): ViewCommand[] {
  return offered(world, scene, 1)
    .flatMap(({ definition }) => {
      const command = definition as unknown as Definition;
      const steps = (command.options ?? []).filter(option => option.type === 1);
      return steps.length === 0
        ? [viewOf([command], scene.locale)]
        : steps.map(step => viewOf([command, step], scene.locale));
    })
    .sort((a, b) => a.label.localeCompare(b.label, scene.locale));
}

/** The message commands a person is offered. */
export const viewMessageCommands = (world: World, scene: Scene) =>
  offered(world, scene, 3).map(({ name, definition }) => ({
    name,
    label: inLanguage(name, (definition as unknown as Definition).name_localizations, scene.locale),
  }));

/** By the permissions a command asks for by default, and the places it is for. */
function offered(world: World, scene: Scene, type: number): Command[] {
  const context = scene.guild ? 0 : 1;
  const permissions = scene.guild ? permissionsIn(world, scene.channel, scene.userId) : 0n;
  return world.commands.filter(command => {
    const { default_member_permissions: needed, contexts } = command.definition as unknown as Definition;
    const isHere =
      command.guildId === undefined
        ? (contexts ?? [0, 1]).includes(context)
        : command.guildId === scene.guild?.id;
    const isAllowed = !scene.guild || needed == null || has(permissions, BigInt(needed));
    return command.type === type && isHere && isAllowed;
  });
}

function viewOf(steps: readonly Definition[], locale: string): ViewCommand {
  const last = steps.at(-1);
  return {
    path: steps.map(step => step.name).join(' '),
    label: steps.map(step => inLanguage(step.name, step.name_localizations, locale)).join(' '),
    description: inLanguage(last?.description ?? '', last?.description_localizations, locale),
    options: (last?.options ?? []).map(option => ({
      name: option.name,
      label: inLanguage(option.name, option.name_localizations, locale),
      description: inLanguage(option.description ?? '', option.description_localizations, locale),
      type: kinds[option.type ?? 3] ?? 'text',
      required: option.required ?? false,
      suggests: option.autocomplete ?? false,
      ...(option.channel_types && { channels: option.channel_types.map(channelKind) }),
      choices: (option.choices ?? []).map(choice => ({
        name: inLanguage(choice.name, choice.name_localizations, locale),
        value: choice.value,
      })),
    })),
  };
}

const inLanguage = (
  text: string,
  others: Readonly<Record<string, string>> | null | undefined,
  locale: string,
): string => others?.[locale] ?? text;
