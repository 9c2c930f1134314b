import { REST } from '@discordjs/rest';
import * as spec from 'discord-api-spec/zod';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { flag } from '../../sandbox/discord/message-rules.ts';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';

let discord: Discord;
let rest: REST;
let now = new Date('2026-03-01T12:00:00Z');
beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00Z');
  discord = await startDiscord({ now: () => now });
  rest = new REST({
    version: '10',
    api: discord.environment.DISCORD_API_BASE_URL,
    retries: 0,
    rejectOnRateLimit: () => true,
  });
  rest.setToken(discord.environment.DISCORD_TOKEN);
});
afterEach(() => discord.stop());

const at = (name: string): `/${string}` => `/channels/${discord.channel(name).id}/messages`;
const post = (name: string, body: object) =>
  rest.post(at(name), { body }) as Promise<{ id: string; flags: number }>;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: { code: unknown }) => error.code,
  );
const text = (content: string) => ({ flags: flag.v2, components: [{ type: 10, content }] });
const deny = (name: string, permission: bigint) =>
  discord
    .channel(name)
    .overwrites.push({ id: discord.world.botId, kind: 'member', allow: 0n, deny: permission });

test('messages, channels, threads and servers have the shape of Discord’s published description', async () => {
  const message = await post('general', text('hello'));
  const shapes: [typeof spec.MessageResponseSchema, unknown][] = [
    [spec.MessageResponseSchema, message],
    [spec.MessageResponseSchema, await rest.get(`${at('general')}/${message.id}`)],
    [spec.GuildChannelResponseSchema, await rest.get(`/channels/${discord.channel('news').id}`)],
    [
      spec.ThreadResponseSchema,
      await rest.post(`${at('general')}/${message.id}/threads`, { body: { name: 'A thread' } }),
    ],
    [
      spec.CreatedThreadResponseSchema,
      await rest.post(`/channels/${discord.channel('questions').id}/threads`, {
        body: { name: 'A post', message: { content: 'x' } },
      }),
    ],
    [spec.GatewayBotResponseSchema, await rest.get('/gateway/bot')],
  ];
  for (const [schema, value] of shapes) {
    expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
  }
  for (const guild of (await rest.get('/users/@me/guilds')) as unknown[])
    expect(spec.MyGuildResponseSchema.safeParse(guild).success).toBe(true);
});

test('an enforced nonce makes one message, and history keeps no nonce', async () => {
  const body = { ...text('once'), nonce: 'delivery-1', enforce_nonce: true };
  const [first, second] = [await post('general', body), await post('general', body)];
  expect(second.id).toBe(first.id);
  expect(discord.messages('general')).toHaveLength(1);
  expect(first).toHaveProperty('nonce', 'delivery-1');
  const [inHistory] = (await rest.get(at('general'))) as object[];
  expect(inHistory).not.toHaveProperty('nonce');
});

test('without enforce_nonce, in another channel, or some minutes later a nonce makes another message', async () => {
  const body = { ...text('x'), nonce: 'n', enforce_nonce: true };
  await post('general', body);
  await post('general', { ...body, enforce_nonce: false });
  await post('news', body);
  now = new Date(now.getTime() + 6 * 60_000);
  await post('general', body);
  expect([discord.messages('general').length, discord.messages('news').length]).toEqual([3, 1]);
});

test('history has pages, newest first, and is empty without Read Message History', async () => {
  const member = discord.use();
  for (let number = 1; number <= 7; number += 1) await member.say(`${number}`);
  const page = async (query: string) =>
    (
      (await rest.get(at('general'), { query: new URLSearchParams(query) })) as {
        id: string;
        content: string;
      }[]
    )
      .map(one => one.content)
      .join('');
  const third = discord.messages('general')[2]?.id;
  expect(await page('limit=3')).toBe('765');
  expect(await page(`limit=2&before=${third}`)).toBe('21');
  expect(await page(`limit=2&after=${third}`)).toBe('54');
  expect(await page(`limit=3&around=${third}`)).toBe('432');
  deny('general', P.ReadMessageHistory);
  expect(await page('limit=3')).toBe('');
});

test('missing permissions and unknown things are refused by Discord’s codes', async () => {
  deny('general', P.SendMessages);
  expect(await codeOf(post('general', text('x')))).toBe(50013);
  deny('general', P.ViewChannel);
  expect(await codeOf(post('general', text('x')))).toBe(50001);
  expect(await codeOf(rest.post('/channels/123456789012345678/messages', { body: text('x') }))).toBe(10003);
  expect(await codeOf(rest.get(`${at('news')}/123456789012345678`))).toBe(10008);
  expect(await codeOf(post('questions', text('x')))).toBe(50008);
  expect(await codeOf(rest.get('/guilds/123456789012345678'))).toBe(10004);
});

test('a bot without its token is nobody', async () => {
  const response = await fetch(`${discord.environment.DISCORD_API_BASE_URL}/v10/users/@me`);
  expect(response.status).toBe(401);
});

test.each([
  ['more than 4000 characters of text', text('x'.repeat(4001))],
  [
    'more than 40 components',
    { flags: flag.v2, components: Array.from({ length: 41 }, () => ({ type: 14 })) },
  ],
  [
    'a custom_id twice',
    {
      flags: flag.v2,
      components: [1, 2].map(() => ({
        type: 1,
        components: [{ type: 2, style: 1, label: 'x', custom_id: 'same' }],
      })),
    },
  ],
  [
    'a label beyond 80 characters',
    { components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x'.repeat(81), custom_id: 'a' }] }] },
  ],
  [
    'six buttons in a row',
    {
      components: [
        {
          type: 1,
          components: Array.from({ length: 6 }, (_, n) => ({
            type: 2,
            style: 1,
            label: 'x',
            custom_id: `${n}`,
          })),
        },
      ],
    },
  ],
  ['content beyond 2000 characters', { content: 'x'.repeat(2001) }],
  [
    'embeds beyond 6000 characters',
    { embeds: Array.from({ length: 2 }, () => ({ description: 'x'.repeat(3001) })) },
  ],
  [
    '26 options',
    {
      components: [
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'a',
              options: Array.from({ length: 26 }, (_, n) => ({ label: 'x', value: `${n}` })),
            },
          ],
        },
      ],
    },
  ],
  [
    'a link button without a link',
    { components: [{ type: 1, components: [{ type: 2, style: 5, label: 'x' }] }] },
  ],
])('%s are refused with 50035', async (_, body) => {
  expect(await codeOf(post('general', body))).toBe(50035);
  expect(discord.messages('general')).toEqual([]);
});

test('an empty message is refused with 50006', async () => {
  expect(await codeOf(post('general', {}))).toBe(50006);
});

test('without allowed_mentions Components V2 rings as content does; with it only what it names', async () => {
  const role = [...discord.home.roles.values()].find(one => one.name === 'Updates')?.id ?? '';
  const member = discord.scene().userId;
  const said = `<@${member}> <@&${role}> @everyone`;
  await post('general', text(said));
  await post('general', { ...text(said), allowed_mentions: { parse: [] } });
  await post('general', { ...text(said), allowed_mentions: { parse: [], roles: [role] } });
  expect(discord.messages('general').map(one => one.pinged)).toEqual([
    { users: [member], roles: [role], everyone: false },
    { users: [], roles: [], everyone: false },
    { users: [], roles: [role], everyone: false },
  ]);
});

test('publishing works in announcement channels, once a message, ten times an hour', async () => {
  discord = await restart({ global: 50, channel: 50 });
  const publish = async (name: string, id: string) => codeOf(rest.post(`${at(name)}/${id}/crosspost`));
  const elsewhere = await post('general', text('x'));
  expect(await publish('general', elsewhere.id)).toBe(50024);
  const ids: string[] = [];
  for (let count = 0; count < 11; count += 1) ids.push((await post('news', text(`${count}`))).id);
  for (const id of ids.slice(0, 10)) expect(await publish('news', id)).toBe('accepted');
  expect(await publish('news', ids[0] ?? '')).toBe(40033);
  const eleventh = await fetch(
    `${discord.environment.DISCORD_API_BASE_URL}/v10${at('news')}/${ids[10]}/crosspost`,
    {
      method: 'POST',
      headers: { authorization: `Bot ${discord.environment.DISCORD_TOKEN}` },
    },
  );
  expect(eleventh.status).toBe(429);
  expect(await eleventh.json()).toMatchObject({ retry_after: 3600, global: false });
  now = new Date(now.getTime() + 3_600_001);
  expect(await publish('news', ids[10] ?? '')).toBe('accepted');
});

test('a file is stored, and served where the message says', async () => {
  const files = [{ name: 'faq.json', data: Buffer.from('{"entries":[]}'), contentType: 'application/json' }];
  const message = (await rest.post(at('general'), { body: { content: 'see' }, files })) as {
    attachments: { url: string; size: number }[];
  };
  const file = message.attachments[0];
  expect(file?.size).toBe(14);
  expect(await (await fetch(file?.url ?? '')).text()).toBe('{"entries":[]}');
});

test('a server list has pages by id', async () => {
  for (let count = 0; count < 5; count += 1) discord.addGuild({ name: `${count}`, locale: 'es-ES' });
  const page = async (query: string) =>
    ((await rest.get('/users/@me/guilds', { query: new URLSearchParams(query) })) as { id: string }[]).map(
      one => one.id,
    );
  const all = await page('limit=200');
  expect(all).toHaveLength(6);
  expect(await page(`limit=2&after=${all[1]}`)).toEqual(all.slice(2, 4));
  expect(await page(`limit=2&before=${all[3]}`)).toEqual(all.slice(1, 3));
});

async function restart(limits: { global: number; channel: number }) {
  await discord.stop();
  const next = await startDiscord({ now: () => now, limits });
  rest = new REST({ version: '10', api: next.environment.DISCORD_API_BASE_URL, retries: 0 }).setToken(
    next.environment.DISCORD_TOKEN,
  );
  return next;
}
