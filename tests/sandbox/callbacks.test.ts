import type { REST } from '@discordjs/rest';
import { afterEach, expect, test } from 'vitest';
import { flag } from '../../sandbox/discord/message-rules.ts';
import { type Discord, type DiscordOptions, startDiscord } from '../../sandbox/discord/start.ts';
import { answer, startTinyBot, type Wire } from './tiny-bot.ts';

const ping = { name: 'ping', description: 'Says pong' };
const text = (content: string) => ({ flags: flag.v2, components: [{ type: 10, content }] });
const form = {
  custom_id: 'form',
  title: 'A form',
  components: [{ type: 18, label: 'Why', component: { type: 4, custom_id: 'why', style: 1 } }],
};

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function discordWith(
  handle: (interaction: Wire, rest: REST, discord: Discord) => Promise<unknown>,
  options: DiscordOptions = {},
) {
  const discord = await startDiscord(options);
  stops.push(discord.stop);
  discord.register([ping]);
  const bot = await startTinyBot(discord, (interaction, rest) => handle(interaction, rest, discord));
  stops.push(bot.stop);
  return { discord, bot, member: discord.use() };
}

const original = (discord: Discord, { token }: Wire): `/${string}` =>
  `/webhooks/${discord.world.applicationId}/${token}/messages/@original`;

test('a first answer is shown, a second one is refused with 40060', async () => {
  const codes: unknown[] = [];
  const { member } = await discordWith(async (interaction, rest) => {
    await answer(rest, interaction, 4, text('pong'));
    await answer(rest, interaction, 4, text('again')).catch(error => codes.push(error.code));
  });
  const got = await member.command('ping');
  expect(got).toMatchObject({ kind: 'message', message: { components: [{ type: 10, content: 'pong' }] } });
  await expect.poll(() => codes).toEqual([40060]);
});

test('after its time a first answer is refused with 10062, and the person is told of silence', async () => {
  const codes: unknown[] = [];
  const { member } = await discordWith(
    async (interaction, rest) => {
      await new Promise(resolve => setTimeout(resolve, 150));
      await answer(rest, interaction, 4, text('late')).catch(error => codes.push(error.code));
    },
    { patience: 50 },
  );
  expect(await member.command('ping')).toMatchObject({ kind: 'silence' });
  await expect.poll(() => codes).toEqual([10062]);
});

test('three seconds are the usual time', async () => {
  const discord = await startDiscord();
  stops.push(discord.stop);
  expect(discord.desk.patience).toBe(3000);
});

test('a form cannot answer a form, nor follow a deferral', async () => {
  const codes: unknown[] = [];
  const { member } = await discordWith(async (interaction, rest) => {
    if (interaction.type === 2) return answer(rest, interaction, 9, form);
    await answer(rest, interaction, 9, form).catch(error => codes.push(error.code));
    await answer(rest, interaction, 5);
    return answer(rest, interaction, 9, form).catch(error => codes.push(error.code));
  });
  const opened = await member.command('ping');
  void member.submit(opened, { why: 'because' }).catch(() => {});
  await expect.poll(() => codes).toEqual([50035, 40060]);
});

test('what was filled into a form arrives as Discord sends it', async () => {
  const { member, bot } = await discordWith(async (interaction, rest) =>
    interaction.type === 2
      ? answer(rest, interaction, 9, form)
      : answer(rest, interaction, 4, text('thanks')),
  );
  await member.submit(await member.command('ping'), { why: 'because' });
  expect(bot.seen[1]).toMatchObject({
    type: 5,
    data: {
      custom_id: 'form',
      components: [{ type: 18, component: { type: 4, custom_id: 'why', value: 'because' } }],
    },
  });
});

test('Components V2 goes with the edit, not with the deferral, and is never taken back', async () => {
  const codes: unknown[] = [];
  const { member, bot } = await discordWith(async (interaction, rest, discord) => {
    await answer(rest, interaction, 5, { flags: flag.ephemeral | flag.v2 }).catch(error =>
      codes.push(error.code),
    );
    await answer(rest, interaction, 5, { flags: flag.ephemeral });
    await rest.patch(original(discord, interaction), { body: text('first'), auth: false });
    const plain = { flags: 0, content: 'plain', components: [] };
    await rest
      .patch(original(discord, interaction), { body: plain, auth: false })
      .catch(error => codes.push(error.code));
    const body = { flags: 0, components: [{ type: 10, content: 'second' }] };
    await rest.patch(original(discord, interaction), { body, auth: false });
  });
  const got = await member.command('ping');
  expect(got).toMatchObject({ kind: 'message', deferred: true });
  await expect.poll(() => member.sees()[0]?.components[0]?.content).toBe('second');
  expect(codes).toEqual([50035, 50035]);
  expect(member.sees()[0]?.flags).toBe(flag.ephemeral | flag.v2);
  expect(bot.failures).toEqual([]);
});

test('content and embeds have no place beside Components V2, and its components none without the flag', async () => {
  const codes: unknown[] = [];
  const { member } = await discordWith(async (interaction, rest) => {
    const beside = { ...text('a'), content: 'b' };
    await answer(rest, interaction, 4, beside).catch(error => codes.push(error.code));
    await answer(rest, interaction, 4, { ...text('a'), flags: 0 }).catch(error => codes.push(error.code));
    await answer(rest, interaction, 4, text('right'));
  });
  await member.command('ping');
  expect(codes).toEqual([50035, 50035]);
});

test('an answer only for the asker is seen by nobody else and is in no history', async () => {
  const { member, discord, bot } = await discordWith((interaction, rest) =>
    answer(rest, interaction, 4, { ...text('secret'), flags: flag.v2 | flag.ephemeral }),
  );
  await member.command('ping');
  expect(member.sees()).toHaveLength(1);
  expect(discord.use({ user: 'moderator' }).sees()).toHaveLength(0);
  expect(await bot.rest.get(`/channels/${discord.channel('general').id}/messages`)).toEqual([]);
});

test('autocomplete takes at most 25 choices', async () => {
  const codes: unknown[] = [];
  const choices = (count: number) => ({
    choices: Array.from({ length: count }, (_, at) => ({ name: `${at}`, value: `${at}` })),
  });
  const { member, discord } = await discordWith(async (interaction, rest) => {
    await answer(rest, interaction, 8, choices(26)).catch(error => codes.push(error.code));
    await answer(rest, interaction, 8, choices(25));
  });
  discord.register([
    { ...ping, options: [{ type: 3, name: 'of', description: 'What', autocomplete: true }] },
  ]);
  expect(await member.autocomplete('ping', { of: 'x' })).toHaveLength(25);
  expect(codes).toEqual([50035]);
});

test('@original answers to nobody before the first answer, nor to a forged token', async () => {
  const codes: unknown[] = [];
  const { member } = await discordWith(async (interaction, rest, discord) => {
    await rest
      .patch(original(discord, interaction), { body: text('early'), auth: false })
      .catch(error => codes.push(error.code));
    const forged = { ...interaction, token: 'forged' };
    await rest.get(original(discord, forged), { auth: false }).catch(error => codes.push(error.code));
    await answer(rest, forged, 4, text('x')).catch(error => codes.push(error.code));
    await answer(rest, interaction, 4, text('right'));
  });
  await member.command('ping');
  expect(codes).toEqual([10015, 10015, 10062]);
});

test('the first message after a deferral takes its place and stays as private as it was', async () => {
  const { member, discord } = await discordWith(async (interaction, rest, { world }) => {
    await answer(rest, interaction, 5, { flags: flag.ephemeral });
    await rest.post(`/webhooks/${world.applicationId}/${interaction.token}`, {
      body: text('after'),
      auth: false,
    });
  });
  await member.command('ping');
  expect(member.sees()).toHaveLength(1);
  expect(discord.messages('general')).toHaveLength(0);
});

test('a token that is too old is refused with 50027', async () => {
  const codes: unknown[] = [];
  const { member } = await discordWith(
    async (interaction, rest, discord) => {
      await answer(rest, interaction, 4, text('pong'));
      await new Promise(resolve => setTimeout(resolve, 100));
      const late = rest.patch(original(discord, interaction), { body: text('late'), auth: false });
      await late.catch(error => codes.push(error.code));
    },
    { tokenLife: 50 },
  );
  await member.command('ping');
  await expect.poll(() => codes).toEqual([50027]);
});

test('of two first answers at the same moment one is taken', async () => {
  const codes: unknown[] = [];
  const { member } = await discordWith(async (interaction, rest) => {
    const twice = [text('one'), text('two')].map(body => answer(rest, interaction, 4, body));
    for (const result of await Promise.allSettled(twice))
      if (result.status === 'rejected') codes.push(result.reason.code);
  });
  await member.command('ping');
  await expect.poll(() => codes).toEqual([40060]);
  expect(member.sees()).toHaveLength(1);
});
