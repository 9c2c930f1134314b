import { type Filled, press, submitForm, useCommand, useMessageCommand } from './acts.ts';
import { type Answer, ask, type Desk, finalAnswer } from './ask.ts';
import type { OptionValue } from './command-data.ts';
import { createMessage } from './messages.ts';
import type { Scene } from './payload.ts';
import type { Pending } from './pending.ts';
import { has, permissionsIn } from './permissions.ts';
import type { Message, World } from './world.ts';

/**
 * A person at a channel of the stand-in, with everything a person can do there. Each step resolves with what they got:
 *
 *     const member = discord.use({ user: 'member', channel: 'general', locale: 'es-419' });
 *     const answer = await member.command('ask', { question: 'May they come in?' });
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
  submit(answer: Answer, fields: Filled): Promise<Answer>;
  /** Sends an interaction as it stands, also one that no honest client would: kind and `data` by Discord's reference. */
  send(kind: number, data: unknown, message?: Message): Promise<Answer>;
  /** Writes a message. */
  say(content: string): Promise<Message>;
  /** What this person sees in the channel, oldest first. */
  sees(): readonly Message[];
}

/** Puts a person into a scene. */
export function person(desk: Desk, scene: Scene): Person {
  const { world } = desk;
  const end = async (begin: () => Pending) => finalAnswer(desk, begin());
  return {
    command: (path, values = {}) => end(() => useCommand(desk, scene, path, values)),
    async autocomplete(path, values) {
      const answer = await end(() => useCommand(desk, scene, path, values, Object.keys(values).at(-1) ?? ''));
      if (answer.kind !== 'choices')
        throw new Error(`Autocomplete of /${path} was answered with ${JSON.stringify(answer)}.`);
      return answer.choices;
    },
    messageCommand: (name, message) => end(() => useMessageCommand(desk, scene, name, message)),
    press: (message, target, values) => end(() => press(desk, scene, message, target, values)),
    submit: (answer, fields) =>
      end(() => {
        if (answer.kind !== 'form') throw new Error(`There is no form to send in ${JSON.stringify(answer)}.`);
        return submitForm(desk, scene, answer.form, fields, answer.message);
      }),
    send: (kind, data, message) => end(() => ask(desk, scene, kind, data, message)),
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
