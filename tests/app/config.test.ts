import { describe, expect, it } from 'vitest';
import { discordApi, explainFaults, readDiscordConfig } from '../../src/app/config.ts';

const needed = { DISCORD_TOKEN: 'a.b.c', DISCORD_APPLICATION_ID: '100000000000000001' };

const faultsOf = (env: Readonly<Record<string, string>>) => {
  const read = readDiscordConfig(env);
  return read.ok ? [] : read.faults;
};
function configOf(env: Readonly<Record<string, string>>) {
  const read = readDiscordConfig({ ...needed, ...env });
  if (!read.ok) throw new Error(read.faults.join('; '));
  return read.config;
}

describe('settings', () => {
  it('that are empty or blank count as unset', () => {
    const blank = {
      PORT: ' ',
      HOST: '',
      OPERATOR_NAME: '   ',
      DATABASE_URL: '\t',
      DATA_DIR: '\n',
      SOURCES: '',
    };
    expect(configOf(blank)).toEqual(configOf({}));
    expect(faultsOf({ DISCORD_TOKEN: ' ', DISCORD_APPLICATION_ID: '' })).toEqual([
      'DISCORD_TOKEN is missing',
      'DISCORD_APPLICATION_ID is missing',
    ]);
  });

  it('lose the line end that a file of secrets leaves on them', () => {
    expect(configOf({ DISCORD_TOKEN: 'a.b.c\n', PORT: ' 8081 ' })).toMatchObject({ PORT: 8081 });
    expect(configOf({ DISCORD_TOKEN: 'a.b.c\r\n' }).DISCORD_TOKEN.reveal()).toBe('a.b.c');
  });

  it.each(['https://discord.com/api/', 'https://discord.com/api///', discordApi])(
    'know Discord itself: %s',
    url => {
      expect(configOf({ DISCORD_API_BASE_URL: url }).DISCORD_API_BASE_URL).toBe(discordApi);
    },
  );

  it.each([
    ['::1', '::1'],
    ['[::1]', '::1'],
    ['0.0.0.0', '0.0.0.0'],
  ])('take the host %s', (given, host) => {
    expect(configOf({ HOST: given }).HOST).toBe(host);
  });

  it.each([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'eighty'],
    ['SHARD_COUNT', '0'],
    ['SHARD_IDS', '0,'],
    ['DISCORD_API_BASE_URL', 'discord.com/api'],
    ['DISCORD_API_BASE_URL', 'ftp://discord.com/api'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'no address'],
    ['DATABASE_URL', '::'],
    ['SOURCE_ILGA_URL', 'https://example.org/path'],
    ['SOURCES_CRON', '* * *'],
    ['LOG_LEVEL', 'loud'],
    ['OPERATOR_URL', 'javascript:alert(1)'],
  ])('refuse %s=%s by its name', (name, value) => {
    expect(faultsOf({ ...needed, [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  });

  it('refuse shards that do not exist, beside every other fault', () => {
    const message = explainFaults(faultsOf({ SHARD_IDS: '0,1', PORT: 'x' }));
    for (const name of ['DISCORD_TOKEN', 'PORT', 'SHARD_COUNT is needed']) expect(message).toContain(name);
    expect(faultsOf({ ...needed, SHARD_IDS: '0,2', SHARD_COUNT: '2' })).toEqual([
      'SHARD_IDS must be below SHARD_COUNT',
    ]);
    expect(configOf({ SHARD_IDS: '0,1', SHARD_COUNT: '2' }).SHARD_IDS).toEqual([0, 1]);
  });

  it('never print a secret', () => {
    const config = configOf({ DATABASE_URL: 'postgres://user:secret@host/db' });
    const printed = `${JSON.stringify(config)} ${config.DISCORD_TOKEN} ${String(config.DATABASE_URL)}`;
    expect(printed).not.toMatch(/a\.b\.c|user:secret/);
  });
});
