import { ask, type Desk, formData } from './ask.ts';
import { commandData, type OptionValue } from './command-data.ts';
import { type Component, type Modal, walk } from './component.ts';
import { findMessage } from './messages.ts';
import type { Scene } from './payload.ts';
import { asks, type Pending } from './pending.ts';
import { messageJson } from './wire.ts';
import type { Message, World } from './world.ts';

/** What a person fills into a form, by field id. */
export type Filled = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Uses a slash command, or with `focused` types into that option of it. */
export function useCommand(
  desk: Desk,
  scene: Scene,
  path: string,
  values: Readonly<Record<string, OptionValue>>,
  focused?: string,
): Pending {
  const [name = '', ...rest] = path.split(' ');
  const command = findCommand(desk.world, scene, 1, name);
  const data = commandData(desk.world, desk.origin, scene, command, rest, values, focused);
  return ask(desk, scene, focused === undefined ? asks.command : asks.autocomplete, data);
}

/** Uses a message command on a message. */
export function useMessageCommand(desk: Desk, scene: Scene, name: string, message: Message): Pending {
  const { id, type, guildId } = findCommand(desk.world, scene, 3, name);
  const resolved = { messages: { [message.id]: messageJson(desk.world, desk.origin, message) } };
  const data = { id, name, type, ...(guildId && { guild_id: guildId }), target_id: message.id, resolved };
  return ask(desk, scene, asks.command, data);
}

/** Presses a button, or chooses in a menu, by custom id or the label that is read. */
export function press(
  desk: Desk,
  scene: Scene,
  message: Message,
  target: string,
  values?: readonly string[],
): Pending {
  const now = findMessage(desk.world, message.channelId, message.id);
  const component = [...walk(now?.components)].find(one => isCalled(one, target));
  if (!now || !component) throw new Error(`No ${target} in message ${message.id}.`);
  if (component.disabled) throw new Error(`${target} is disabled.`);
  const { type: component_type, custom_id, id } = component;
  return ask(desk, scene, asks.component, { component_type, custom_id, id, ...(values && { values }) }, now);
}

/** Sends a form. */
export const submitForm = (
  desk: Desk,
  scene: Scene,
  form: Modal,
  filled: Filled,
  message?: Message,
): Pending => ask(desk, scene, asks.modal, formData(form, filled), message);

const isCalled = (one: Component, target: string) =>
  one.custom_id !== undefined && (one.custom_id === target || one.label === target);

function findCommand(world: World, scene: Scene, type: number, name: string) {
  const named = world.commands.filter(one => one.type === type && one.name === name);
  const command =
    named.find(one => one.guildId === scene.guild?.id) ?? named.find(one => one.guildId === undefined);
  if (!command) throw new Error(`No command ${name} is registered in Discord's stand-in.`);
  return command;
}
