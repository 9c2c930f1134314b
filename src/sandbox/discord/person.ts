import { type Answer, ask, type Desk, finalAnswer, formData } from './ask.ts';
import { commandData, type OptionValue } from './command-data.ts';
import { type Component, walk } from './component.ts';
import { createMessage, findMessage } from './messages.ts';
import type { Scene } from './payload.ts';
import { asks } from './pending.ts';
import { has, permissionsIn } from './permissions.ts';
import { messageJson } from './wire.ts';
import type { Message, World } from './world.ts';

/**
 * A person at a channel of the stand-in, with everything a person can do there. Each step resolves with what they got:
 *
 *     const member = discord.use({ user: 'member', channel: 'general', locale: 'es-419' });
 *     const answer = await member.command('rights', { situation: 'rights/at-home' });
 *     if (answer.kind === 'message') await member.press(answer.message, 'Show in channel');
 */
export interface Person {
  /** Uses a slash command: `faq`, or with its subcommand `curate add`. Options by name; channels, roles and people by id; files as {@link OptionValue}. */
  command(path: string, values?: Readonly<Record<string, OptionValue>>): Promise<Answer>;
  /** Types into the last of these options. */
  autocomplete(
    path: string,
    values: Readonly<Record<string, OptionValue>>,
  ): Promise<readonly { name: string; value: string | number }[]>;
  /** Uses a message command (Apps in a message's menu) by its name. */
  messageCommand(name: string, message: Message): Promise<Answer>;
  /** Presses a button, or chooses `values` in a menu, by its custom id or the label that is read. */
  press(message: Message, target: string, values?: readonly string[]): Promise<Answer>;
  /** Sends a form, with what is filled in by field id. */
  submit(
    answer: Answer,
    fields: Readonly<Record<string, string | boolean | readonly string[]>>,
  ): Promise<Answer>;
  /** Sends an interaction as it stands, also one that no honest client would: kind and `data` by Discord's reference. */
  send(kind: number, data: unknown, message?: Message): Promise<Answer>;
  /** Writes a message. */
  say(content: string): Promise<Message>;
  /** What this person sees in the channel, oldest first. */
  sees(): readonly Message[];
}

/** Puts a person into a scene. */
export function person(desk: Desk, scene: Scene): Person {
  const { world, origin } = desk;
  const send = (kind: number, data: unknown, message?: Message) =>
    finalAnswer(desk, ask(desk, scene, kind, data, message));
  return {
    command(path, values = {}) {
      const [name = '', ...rest] = path.split(' ');
      return send(
        asks.command,
        commandData(world, origin, scene, findCommand(world, scene, 1, name), rest, values),
      );
    },
    async autocomplete(path, values) {
      const [name = '', ...rest] = path.split(' ');
      const focused = Object.keys(values).at(-1) ?? '';
      const data = commandData(
        world,
        origin,
        scene,
        findCommand(world, scene, 1, name),
        rest,
        values,
        focused,
      );
      const answer = await send(asks.autocomplete, data);
      if (answer.kind !== 'choices')
        throw new Error(`Autocomplete of /${path} was answered with ${JSON.stringify(answer)}.`);
      return answer.choices;
    },
    messageCommand(name, message) {
      const { id, type, guildId } = findCommand(world, scene, 3, name);
      const resolved = { messages: { [message.id]: messageJson(world, origin, message) } };
      return send(asks.command, {
        id,
        name,
        type,
        ...(guildId && { guild_id: guildId }),
        target_id: message.id,
        resolved,
      });
    },
    press(message, target, values) {
      const now = findMessage(world, message.channelId, message.id);
      const component = [...walk(now?.components)].find(one => isCalled(one, target));
      if (!now || !component) throw new Error(`No ${target} in message ${message.id}.`);
      if (component.disabled) throw new Error(`${target} is disabled.`);
      const data = {
        component_type: component.type,
        custom_id: component.custom_id,
        id: component.id,
        ...(values && { values }),
      };
      return send(asks.component, data, now);
    },
    submit(answer, fields) {
      if (answer.kind !== 'form') throw new Error(`There is no form to send in ${JSON.stringify(answer)}.`);
      return send(asks.modal, formData(answer.form, fields), answer.message);
    },
    send,
    say: content => createMessage(world, scene.channel, { content }, { authorId: scene.userId }),
    sees: () => visibleTo(world, scene),
  };
}

/** The messages of a scene's channel that its person sees, oldest first. */
export function visibleTo(world: World, scene: Scene): readonly Message[] {
  const mine = (one: Message) => one.viewerId === undefined || one.viewerId === scene.userId;
  const isOpen = !scene.guild || has(permissionsIn(world, scene.channel, scene.userId), 0x400n);
  return isOpen ? (world.messages.get(scene.channel.id) ?? []).filter(mine) : [];
}

const isCalled = (one: Component, target: string) =>
  one.custom_id !== undefined && (one.custom_id === target || one.label === target);

function findCommand(world: World, scene: Scene, type: number, name: string) {
  const named = world.commands.filter(one => one.type === type && one.name === name);
  const command =
    named.find(one => one.guildId === scene.guild?.id) ?? named.find(one => one.guildId === undefined);
  if (!command) throw new Error(`No command ${name} is registered in Discord's stand-in.`);
  return command;
}
