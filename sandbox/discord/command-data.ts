import type { Scene } from './payload.ts';
import { permissionsIn } from './permissions.ts';
import { attachmentJson, channelJson, memberJson, roleJson, userJson } from './wire.ts';
import type { Attachment, Command, World } from './world.ts';

/** A file a person attaches to a command. */
interface Upload {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly contentType?: string;
}

/** What a person fills in: text, numbers, yes or no; a channel, role or person by its id; a file. */
export type OptionValue = string | number | boolean | Upload;

interface OptionDefinition {
  readonly type: number;
  readonly name: string;
  readonly options?: readonly OptionDefinition[];
}

const type = { subcommand: 1, group: 2, integer: 4, user: 6, channel: 7, role: 8, attachment: 11 } as const;

/** The `data` of a command interaction: the filled options in the order given, and what they point at. `focused` for autocomplete. */
export function commandData(
  world: World,
  origin: string,
  scene: Scene,
  command: Command,
  path: readonly string[],
  values: Readonly<Record<string, OptionValue>>,
  focused?: string,
): Record<string, unknown> {
  let definitions = (command.definition.options ?? []) as readonly OptionDefinition[];
  const steps = path.map(name => {
    const step = definitions.find(one => one.name === name);
    if (!step) throw new Error(`/${command.name} has no subcommand ${name}.`);
    definitions = step.options ?? [];
    return step;
  });
  const resolved: Record<string, Record<string, unknown>> = {};
  const filled = Object.entries(values).map(([name, value]) => {
    const definition = definitions.find(one => one.name === name);
    if (!definition) throw new Error(`/${[command.name, ...path].join(' ')} has no option ${name}.`);
    const plain = typeof value === 'object' ? upload(world, scene, value).id : value;
    resolve(world, origin, scene, definition.type, String(plain), resolved);
    return { name, type: definition.type, value: plain, ...(name === focused && { focused: true }) };
  });
  const options = steps.reduceRight<unknown[]>(
    (inner, step) => [{ name: step.name, type: step.type, options: inner }],
    filled,
  );
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guildId && { guild_id: command.guildId }),
    ...(options.length > 0 && { options }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
  };
}

function upload(world: World, scene: Scene, file: Upload): Attachment {
  const bytes = typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content;
  const contentType = file.contentType ?? 'application/octet-stream';
  const attachment = {
    id: world.newId(),
    channelId: scene.channel.id,
    filename: file.name,
    contentType,
    bytes,
  };
  world.attachments.set(attachment.id, attachment);
  return attachment;
}

function resolve(
  world: World,
  origin: string,
  scene: Scene,
  kind: number,
  id: string,
  resolved: Record<string, Record<string, unknown>>,
): void {
  const add = (list: string, value: unknown) => {
    resolved[list] = { ...resolved[list], [id]: value };
  };
  if (kind === type.channel) {
    const channel = world.channels.get(id);
    if (!channel) throw new Error(`No channel ${id} in Discord's stand-in.`);
    add('channels', {
      ...channelJson(channel),
      permissions: String(permissionsIn(world, channel, scene.userId)),
      app_permissions: String(permissionsIn(world, channel, world.botId)),
    });
  }
  const role = scene.guild?.roles.get(id);
  if (kind === type.role && role) add('roles', roleJson(role));
  const attachment = world.attachments.get(id);
  if (kind === type.attachment && attachment) add('attachments', attachmentJson(origin, attachment));
  const user = world.users.get(id);
  const member = scene.guild?.members.get(id);
  if (kind === type.user && user) add('users', userJson(user));
  if (kind === type.user && member) add('members', { ...memberJson(member), permissions: '0' });
}
