import { commandFaults } from '../command-rules.ts';
import { invalidForm, refusal } from '../errors.ts';
import { faultsOf } from '../schema.ts';
import type { Command, World } from '../world.ts';
import type { Call, Reply, Route } from './route.ts';

/** Registration of commands, for everywhere and for one server. */
export const commandRoutes: readonly Route[] = [
  '/applications/:application/commands',
  '/applications/:application/guilds/:guild/commands',
].flatMap((path): Route[] => [
  { method: 'GET', path, handle: list },
  { method: 'PUT', path, handle: replace },
]);

function list({ world, params }: Call): Reply {
  mustBeOwn(world, params.application);
  return { body: commandsOf(world, params.guild).map(one => json(world, one)) };
}

function replace({ world, params, body }: Call): Reply {
  mustBeOwn(world, params.application);
  register(world, Array.isArray(body) ? body : [], params.guild);
  return { body: commandsOf(world, params.guild).map(one => json(world, one)) };
}

/** Replaces the commands of a scope; a command of the same kind and name keeps its id. */
export function register(world: World, definitions: readonly unknown[], guildId?: string): void {
  const faults = definitions.flatMap((one, at) =>
    [
      ...faultsOf('ApplicationCommandUpdateRequestSchema', numericPermissions(one)),
      ...commandFaults(one, guildId !== undefined),
    ].map(fault => ({ ...fault, path: [at, ...fault.path] })),
  );
  if (faults.length > 0) throw invalidForm(faults);
  const before = commandsOf(world, guildId);
  const after = definitions.map((definition): Command => {
    const { name, type = 1 } = definition as { name: string; type?: number };
    const id = before.find(one => one.name === name && one.type === type)?.id ?? world.newId();
    return {
      id,
      type,
      name,
      ...(guildId !== undefined && { guildId }),
      definition: definition as Command['definition'],
    };
  });
  world.commands = [...world.commands.filter(one => one.guildId !== guildId), ...after];
  world.changed.emit('change');
}

const commandsOf = (world: World, guildId: string | undefined) =>
  world.commands.filter(one => one.guildId === guildId);

/** Discord takes the permissions as text or number; its API description knows the number only. */
function numericPermissions(definition: unknown): unknown {
  const { default_member_permissions: permissions } = (definition ?? {}) as {
    default_member_permissions?: unknown;
  };
  return typeof permissions === 'string'
    ? { ...(definition as object), default_member_permissions: Number(permissions) }
    : definition;
}

const json = (world: World, command: Command) => ({
  ...command.definition,
  id: command.id,
  type: command.type,
  application_id: world.applicationId,
  version: command.id,
  ...(command.guildId && { guild_id: command.guildId }),
});

function mustBeOwn(world: World, applicationId: string | undefined): void {
  if (applicationId !== world.applicationId) throw refusal.unknownApplication();
}
