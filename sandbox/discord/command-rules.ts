import type { Fault } from './errors.ts';

interface Definition {
  readonly type?: number;
  readonly name?: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly required?: boolean;
  readonly options?: readonly Definition[] | null;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly autocomplete?: boolean;
  readonly contexts?: unknown;
  readonly integration_types?: unknown;
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u;

/** The documented rules for a command that Discord's API description does not hold. */
export function commandFaults(value: unknown, isForGuild: boolean): Fault[] {
  const definition = (value ?? {}) as Definition;
  const faults = definition.type === undefined || definition.type === 1 ? slashFaults(definition, []) : [];
  if (isForGuild && (definition.contexts !== undefined || definition.integration_types !== undefined))
    faults.push({
      path: ['contexts'],
      code: 'APPLICATION_COMMAND_CONTEXTS',
      message: 'Only global commands have contexts.',
    });
  if (textOf(definition) > 8000)
    faults.push({
      path: [],
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: 'A command is at most 8000 characters.',
    });
  return faults;
}

function slashFaults(one: Definition, path: readonly (string | number)[]): Fault[] {
  const faults: Fault[] = [];
  for (const name of [one.name ?? '', ...Object.values(one.name_localizations ?? {})]) {
    if (!namePattern.test(name) || name !== name.toLowerCase())
      faults.push({
        path: [...path, 'name'],
        code: 'APPLICATION_COMMAND_INVALID_NAME',
        message: `Command name is invalid: ${name}`,
      });
  }
  if (!one.description)
    faults.push({
      path: [...path, 'description'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
    });
  const options = one.options ?? [];
  const late = options.findIndex(
    (option, at) => option.required && options.slice(0, at).some(earlier => !earlier.required),
  );
  if (late >= 0)
    faults.push({
      path: [...path, 'options', late],
      code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      message: 'Required options must be placed before non-required options',
    });
  if (new Set(options.map(option => option.name)).size < options.length)
    faults.push({
      path: [...path, 'options'],
      code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
      message: 'Option name already exists',
    });
  if (one.autocomplete && one.choices?.length)
    faults.push({
      path: [...path, 'choices'],
      code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      message: 'No choices with autocomplete',
    });
  return [...faults, ...options.flatMap((option, at) => slashFaults(option, [...path, 'options', at]))];
}

/** Name, description and values count together, in the longest language each. */
function textOf(one: Definition): number {
  const longest = (text: string | undefined, others: Readonly<Record<string, string>> | null | undefined) =>
    Math.max(text?.length ?? 0, ...Object.values(others ?? {}).map(other => other.length));
  const own =
    longest(one.name, one.name_localizations) + longest(one.description, one.description_localizations);
  const choices = (one.choices ?? []).reduce(
    (sum, choice) => sum + choice.name.length + String(choice.value).length,
    0,
  );
  return own + choices + (one.options ?? []).reduce((sum, option) => sum + textOf(option), 0);
}
