import { REST } from '@discordjs/rest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';

let discord: Discord;
let rest: REST;
beforeEach(async () => {
  discord = await startDiscord();
  rest = new REST({ version: '10', api: discord.environment.DISCORD_API_BASE_URL }).setToken(
    discord.environment.DISCORD_TOKEN,
  );
});
afterEach(() => discord.stop());

const path = (): `/${string}` => `/applications/${discord.world.applicationId}/commands`;
const put = (...body: object[]) => rest.put(path(), { body }) as Promise<{ id: string; name: string }[]>;
const good = {
  name: 'rights',
  description: 'Know your rights',
  options: [{ type: 3, name: 'situation', description: 'Where' }],
};

test('registering again keeps the ids of what stays and forgets what is gone', async () => {
  const first = await put(good, { name: 'help', description: 'Help' });
  const second = await put(good);
  expect(second).toEqual([first[0]]);
  expect(await rest.get(path())).toEqual(second);
});

test.each([
  ['a name with capitals', { ...good, name: 'Rights' }],
  ['a name with a space', { ...good, name: 'my rights' }],
  ['no description', { name: 'rights' }],
  ['a description beyond 100 characters', { ...good, description: 'x'.repeat(101) }],
  [
    'a required option after an optional one',
    { ...good, options: [...good.options, { type: 3, name: 'b', description: 'b', required: true }] },
  ],
  ['an option name twice', { ...good, options: [...good.options, ...good.options] }],
  [
    '26 options',
    {
      ...good,
      options: Array.from({ length: 26 }, (_, at) => ({ type: 3, name: `o${at}`, description: 'x' })),
    },
  ],
  ['a bad localized name', { ...good, name_localizations: { 'es-419': 'Mis Derechos' } }],
  [
    'a choice beyond 100 characters',
    {
      ...good,
      options: [{ type: 3, name: 'a', description: 'a', choices: [{ name: 'x'.repeat(101), value: 'x' }] }],
    },
  ],
])('%s is refused', async (_, command) => {
  await expect(put(command)).rejects.toMatchObject({ code: 50035 });
  expect(await rest.get(path())).toEqual([]);
});

test('a command of one server has no contexts', async () => {
  const own: `/${string}` = `/applications/${discord.world.applicationId}/guilds/${discord.home.id}/commands`;
  await expect(rest.put(own, { body: [{ ...good, contexts: [0] }] })).rejects.toMatchObject({ code: 50035 });
  expect(await rest.put(own, { body: [good] })).toMatchObject([
    { name: 'rights', guild_id: discord.home.id },
  ]);
});
