import * as z from 'zod';
import { press, submitForm, useCommand, useMessageCommand } from './discord/acts.ts';
import { firstAnswer } from './discord/ask.ts';
import type { OptionValue } from './discord/command-data.ts';
import { createMessage, deleteMessage, findMessage } from './discord/messages.ts';
import type { Pending } from './discord/pending.ts';
import type { Discord } from './discord/start.ts';
import type { Message } from './discord/world.ts';
import type { Result } from './page/model.ts';
import type { Stage } from './stage.ts';
import { namesOf, sceneOf } from './view.ts';
import { viewForm } from './view-components.ts';

const place = z.object({ user: z.string(), channel: z.string(), locale: z.string(), server: z.string() });
const file = z.object({ name: z.string(), content: z.base64() });
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), file]));
const filled = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));

/** What a person does on the page. */
export const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), place, text: z.string().min(1).max(2000) }),
  z.object({ do: z.literal('command'), place, path: z.string(), values }),
  z.object({ do: z.literal('suggest'), place, path: z.string(), values, focused: z.string() }),
  z.object({ do: z.literal('message-command'), place, name: z.string(), message: z.string() }),
  z.object({
    do: z.literal('press'),
    place,
    message: z.string(),
    id: z.string(),
    values: z.array(z.string()).optional(),
  }),
  z.object({ do: z.literal('submit'), place, token: z.string(), filled }),
  z.object({ do: z.literal('dismiss'), place, message: z.string() }),
  z.object({ do: z.literal('file'), place }),
  z.object({
    do: z.literal('clock'),
    place,
    milliseconds: z
      .number()
      .int()
      .min(0)
      .max(400 * 86_400_000),
  }),
]);
export type Action = z.infer<typeof action>;

/** Does it in Discord's stand-in and waits for the bot's first answer; what was sent to the channel arrives as an event of its own. */
export async function act({ discord, clock, file }: Stage, one: Action): Promise<Result> {
  const { desk, world } = discord;
  const scene = sceneOf(discord, one.place);
  const find = (id: string): Message => {
    const message = findMessage(world, scene.channel.id, id);
    if (!message) throw new Error('This message is gone.');
    return message;
  };
  switch (one.do) {
    case 'say':
      await createMessage(world, scene.channel, { content: one.text }, { authorId: scene.userId });
      return { kind: 'done' };
    case 'command':
      return resultOf(discord, useCommand(desk, scene, one.path, optionValues(one.values)));
    case 'suggest':
      return resultOf(discord, useCommand(desk, scene, one.path, optionValues(one.values), one.focused));
    case 'message-command':
      return resultOf(discord, useMessageCommand(desk, scene, one.name, find(one.message)));
    case 'press':
      return resultOf(discord, press(desk, scene, find(one.message), one.id, one.values));
    case 'submit': {
      const opener = [...world.pending.values()].find(
        ({ id, viewerId }) => id === one.token && viewerId === scene.userId,
      );
      if (!opener?.modal) throw new Error('This form is too old.');
      const message = findMessage(world, scene.channel.id, opener.messageId ?? '');
      return resultOf(discord, submitForm(desk, scene, opener.modal, one.filled, message));
    }
    case 'dismiss': {
      const message = find(one.message);
      if (message.viewerId === scene.userId) deleteMessage(world, message);
      return { kind: 'done' };
    }
    case 'file': {
      if (!file) throw new Error('No court files here.');
      const { what, seen } = await file();
      world.changed.emit('change');
      return { kind: 'filed', what: seen ? what : 'unseen', channel: discord.channel('moderators').id };
    }
    case 'clock':
      await clock.move(one.milliseconds);
      world.changed.emit('change');
      return { kind: 'done' };
  }
}

async function resultOf(discord: Discord, pending: Pending): Promise<Result> {
  const answer = await firstAnswer(discord.desk, pending);
  if (answer === 'thinking') return { kind: 'done' };
  if (answer.kind === 'silence') return { kind: 'silence' };
  if (answer.kind === 'form')
    return { kind: 'form', form: viewForm(answer.form, pending.id, namesOf(discord)) };
  if (answer.kind === 'choices') return { kind: 'choices', choices: [...answer.choices] };
  return { kind: 'done' };
}

const optionValues = (given: z.infer<typeof values>): Record<string, OptionValue> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'object' ? { name: value.name, content: Buffer.from(value.content, 'base64') } : value,
    ]),
  );
