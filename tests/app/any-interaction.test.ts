import { REST } from '@discordjs/rest';
import { type APIInteraction, PermissionFlagsBits } from 'discord-api-types/v10';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';
import { type Composed, compose } from '../../src/app/compose.ts';
import { readDiscordConfig } from '../../src/app/config.ts';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import { callbackViolations, editViolations } from '../support/discord-rules.ts';
import { type Asker, autocomplete, command, press, submit } from '../support/interactions.ts';
import { quiet } from '../support/quiet-log.ts';

const bugs: object[] = [];
let discord: Discord;
let core: Composed;
beforeAll(async () => {
  discord = await startDiscord();
  const read = readDiscordConfig({ ...discord.environment, SOURCES: 'none' });
  if (!read.ok) throw new Error(read.faults.join(', '));
  const { config } = read;
  const rest = new REST({ version: '10', api: config.DISCORD_API_BASE_URL }).setToken(
    config.DISCORD_TOKEN.reveal(),
  );
  const log = { ...quiet, error: (fields: object) => void bugs.push(fields) };
  core = await compose({ config, rest, log, now: () => new Date(), store: createMemoryStore() });
});
afterAll(async () => {
  await core.close();
  await discord.stop();
});

const { ManageMessages, ManageGuild } = PermissionFlagsBits;
const askers: readonly Asker[] = [
  {},
  { locale: 'es-419' },
  { permissions: ManageMessages, userId: '410000000000000001' },
  { permissions: ManageMessages, userId: '410000000000000002', locale: 'es-ES' },
  { permissions: ManageGuild, locale: 'pl', guildLocale: 'xx' },
  { direct: true },
];
const odd = fc.constantFrom(
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1',
    '2',
    '0.5',
    '1e309',
    '__proto__',
    'constructor',
    '../../x',
    'A:B',
    '%3A',
    '\0',
    '\ud800',
  ],
  ...[
    'x'.repeat(60),
    '9'.repeat(30),
    'es',
    'all',
    'law',
    'card',
    'ERASE',
    'daily 09:00',
    '2026-01-01',
    'rights/at-home',
  ],
);
const text = fc.oneof(
  odd,
  fc.constantFrom(
    ...[
      'Where can we park?',
      '@everyone <@1> discord.gg/x',
      '**bold',
      'z\u0335'.repeat(1_500),
      'שלום \u202e',
      '🧊',
    ],
    ...[
      'a'.repeat(4_000),
      '# '.repeat(900),
      `${'\n'.repeat(3_000)}x`,
      'A short answer.',
      'https://example.org/x',
    ],
  ),
);
const parts: Readonly<Record<string, readonly string[]>> = {
  rights: ['open', 'show', 'choose'],
  ask: ['open', 'show'],
  faq: ['open', 'show', 'choose', 'report'],
  timeline: ['page'],
  updates: ['page', 'd'],
  curate:
    'see redo publish discard here open remove leave undo history revision bring keep take export apply drop plan new form draft'.split(
      ' ',
    ),
  settings: ['export', 'forget'],
  news: 'queue status approve edit merge hold ignore write'.split(' '),
  announcements: ['confirm', 'cancel'],
  help: ['x'],
  constructor: ['x'],
};
const routes = Object.entries(parts).flatMap(([name, verbs]) => verbs.map(verb => [name, verb]));
const paths = [
  ...'rights trustact grants lawsuit safety timeline ask faq updates hotline about help nothing __proto__'.split(
    ' ',
  ),
  ...'add edit remove history restore export import __proto__'.split(' ').map(name => `curate ${name}`),
  ...'queue add status'.split(' ').map(name => `news ${name}`),
  ...'follow list preview pause resume remove'.split(' ').map(name => `announcements ${name}`),
  ...'show language curators review require-second export forget'.split(' ').map(name => `settings ${name}`),
];
const options =
  'situation section kind question entry revision link date schedule timezone language id enabled share'.split(
    ' ',
  );
const fields = 'title answer answer_en aliases source reason more confirm headline summary why'.split(' ');

/** Ids of buttons that the bot showed; half of the presses take one of them. */
const shown: string[] = ['rights:choose'];
const customId = fc
  .tuple(
    fc.constantFrom(...routes),
    fc.array(odd, { maxLength: 4 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([route, more, which]) =>
    which < 0.5
      ? (shown[Math.floor(which * 2 * shown.length)] ?? '')
      : [...route, ...more].join(':').slice(0, 100),
  );
const values = fc.dictionary(fc.constantFrom(...options), fc.oneof(text, fc.boolean()), { maxKeys: 4 });
const asker = fc.constantFrom(...askers);

const interaction: fc.Arbitrary<APIInteraction> = fc.oneof(
  fc
    .tuple(
      customId,
      asker,
      fc.option(fc.array(odd, { maxLength: 2 }), { nil: undefined }),
      fc.constantFrom(0, 64),
    )
    .map(([id, who, chosen, flags]) => press(id, who, chosen, flags)),
  fc
    .tuple(
      fc.oneof(customId, fc.constant('curate:new')),
      fc.dictionary(fc.constantFrom(...fields), text),
      asker,
    )
    .map(([id, filled, who]) => submit(id, filled, who)),
  fc.tuple(fc.constantFrom(...paths), values, asker).map(([path, given, who]) => command(path, given, who)),
  fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom(...options), text, asker)
    .map(([path, option, typed, who]) => autocomplete(path, option, { [option]: typed }, who)),
);

function remember(value: unknown): void {
  const ids = JSON.stringify(value ?? null).matchAll(/"custom_id":"([^"]+:[^"]*)"/g);
  for (const [, id = ''] of ids) if (shown.push(id) > 300) shown.shift();
}

it('whatever is sent, by whomever, gets an answer that Discord takes, and none of it is a bug', async () => {
  const property = fc.asyncProperty(interaction, async sent => {
    const { response, later } = await core.handle(sent);
    expect(callbackViolations(response)).toEqual([]);
    const followed = await later;
    if (followed) expect(editViolations(followed.body)).toEqual([]);
    remember('data' in response ? response.data : undefined);
    remember(followed?.body);
    expect(bugs).toEqual([]);
  });
  await fc.assert(property, { numRuns: 3_000, seed: 20_261_124, endOnFailure: true });
  expect(shown.length).toBeGreaterThan(100);
});
