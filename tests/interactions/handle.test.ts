import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Services } from '../../commands/services.ts';
import type { Args, Command } from '../../src/interactions/command.ts';
import { createHandle, type HandleOptions } from '../../src/interactions/handle.ts';
import { onPress, onSubmit } from '../../src/interactions/route-handler.ts';
import { StoreUnavailable } from '../../src/lib/unavailable.ts';
import { route } from '../../src/messaging/route.ts';
import { callbackViolations, editViolations } from '../support/discord-rules.ts';
import { autocomplete, command, press, submit } from '../support/interactions.ts';

const after = <T>(milliseconds: number, value: T) =>
  new Promise<T>(resolve => setTimeout(resolve, milliseconds, value));

const echo: Command = {
  kind: 'slash',
  name: 'echo',
  access: 'everyone',
  where: 'anywhere',
  options: { text: { type: 'string', required: true, suggest: true } },
  run: (_args, { language, shared }) => ({ title: language, text: shared ? 'shared' : 'private' }),
  suggest: (_option, typed) =>
    Array.from({ length: 40 }, (_, at) => ({ name: `${typed}${at}`, value: String(at) })),
  routes: [
    onPress(route('echo', 'hi', {}), (_values, { language }) => ({
      text: `hi ${language}`,
      placement: 'update',
    })),
    onPress(route('echo', 'break', {}), () => {
      throw new Error('secret words of a person');
    }),
    onSubmit(route('echo', 'x', {}), (_values, { fields }) => ({
      text: `${fields.get('answer')?.length} characters`,
    })),
  ],
};

const slow: Command = {
  kind: 'slash',
  name: 'slow',
  access: 'everyone',
  where: 'anywhere',
  options: { fail: { type: 'boolean' } },
  run: async (args, { language }) => {
    await after(60, undefined);
    if (args.boolean('fail')) throw new Error('late bug');
    return { text: language };
  },
  routes: [
    onPress(route('slow', 'x', {}), () => after(60, { text: 'slow press', placement: 'update' as const })),
  ],
};

const formal: Command = {
  kind: 'group',
  name: 'formal',
  access: 'moderator',
  where: 'server',
  subcommands: {
    quick: {
      opensForm: true,
      run: () => ({ form: ['formal'], title: 'T', fields: [{ id: 'a', label: 'A', kind: 'short' }] }),
    },
    slow: { opensForm: true, run: () => after(60, { form: ['formal'] as const, title: 'T', fields: [] }) },
  },
  routes: [onPress(route('formal', 'x', {}), () => ({ text: 'moderators only' }))],
};

const away: Command = {
  ...echo,
  name: 'away',
  routes: [],
  options: {},
  run: () => {
    throw new StoreUnavailable('gone');
  },
};

/** What it says cannot be shown: a bug of a command. */
const unshowable = { text: 'x', rows: [[{ label: 'L', route: ['broken', 'x'.repeat(200)] as const }]] };
const broken: Command = {
  ...echo,
  name: 'broken',
  options: { late: { type: 'boolean' } },
  run: (args: Args) => (args.boolean('late') ? after(60, unshowable) : unshowable),
  routes: [
    onPress(route('broken', 'x', {}), () => ({ ...unshowable, file: { name: 'a.json', content: '{}' } })),
  ],
};

const file: Command = {
  ...echo,
  name: 'file',
  routes: [],
  options: {},
  run: () => ({ text: 'here', file: { name: 'a.json', content: '{}' } }),
};

const never: Command = {
  ...echo,
  name: 'never',
  routes: [],
  options: {},
  run: () => new Promise<never>(() => {}),
};

function setUp(options: Partial<HandleOptions> = {}) {
  const errors: unknown[][] = [];
  const handle = createHandle({
    commands: new Map([echo, slow, formal, away, broken, file].map(each => [each.name, each])),
    services: {} as Services,
    communityOf: () => ({}),
    now: () => new Date('2026-11-24T12:00:00Z'),
    patience: 20,
    newCode: () => 'abc123',
    onError: (...told) => errors.push(told),
    ...options,
  });
  const text = async (interaction: Parameters<typeof handle>[0]) => {
    const { response } = await handle(interaction);
    expect(callbackViolations(response)).toEqual([]);
    return JSON.stringify(response);
  };
  return { handle, text, errors };
}

const curator = { permissions: PermissionFlagsBits.ManageMessages };

describe('language', () => {
  const spanishServer = { communityOf: () => ({ language: 'es' as const }) };

  it.each([
    ['the option first', {}, { language: 'es' }, { locale: 'en-US' }, 'es'],
    ['then the own locale', spanishServer, {}, { locale: 'en-GB' }, 'en'],
    ['an unknown locale falls through to the server', spanishServer, {}, { locale: 'xx' }, 'es'],
    ['then the server’s locale', {}, {}, { locale: 'xx', guildLocale: 'es-ES' }, 'es'],
    ['then English', {}, {}, { locale: 'xx', guildLocale: 'de' }, 'en'],
    [
      'a shared answer speaks the server’s language',
      spanishServer,
      { share: true },
      { locale: 'en-US' },
      'es',
    ],
    ['but the option wins there too', spanishServer, { share: true, language: 'en' }, {}, 'en'],
    ['an unknown option falls through', {}, { language: 'xx' }, { locale: 'es-419' }, 'es'],
  ])('%s', async (_what, options, values, asker, expected) => {
    const { text } = setUp(options);
    expect(await text(command('echo', { text: 'x', ...values }, asker))).toContain(`## ${expected}`);
  });
});

describe('who sees it', () => {
  it('only the asker, unless shared', async () => {
    const { handle } = setUp();
    const flags = async (values: Record<string, boolean | string>) =>
      (await handle(command('echo', { text: 'x', ...values }))).response;
    expect(await flags({})).toMatchObject({ type: 4, data: { flags: 32768 | 64 } });
    expect(await flags({ share: true })).toMatchObject({ type: 4, data: { flags: 32768 } });
  });
});

describe('late answers', () => {
  it('are deferred without the Components V2 flag, then edited with it', async () => {
    const { handle } = setUp();
    const { response, later } = await handle(command('slow'));
    expect(response).toEqual({ type: 5, data: { flags: 64 } });
    const edit = await later;
    expect(edit?.how).toBe('edit');
    expect(editViolations(edit?.body)).toEqual([]);
    expect(edit?.body.flags).toBe(32768);
  });

  it('of a press keep the message until the edit', async () => {
    const { handle } = setUp();
    const { response, later } = await handle(press('slow:x'));
    expect(response).toEqual({ type: 6 });
    expect((await later)?.how).toBe('edit');
  });

  it('that fail end in a private apology, also where the answer was to be shared', async () => {
    const { handle, errors } = setUp();
    const { later } = await handle(command('slow', { fail: true, share: true }));
    const sent = await later;
    expect(sent?.how).toBe('replace');
    expect(sent?.body.flags).toBe(32768 | 64);
    expect(JSON.stringify(sent?.body)).toContain('abc123');
    expect(errors).toHaveLength(1);
  });

  it('that never come are given up', async () => {
    const { handle } = setUp({ limit: 30, commands: new Map([['never', never]]) });
    const { later } = await handle(command('never'));
    expect(JSON.stringify((await later)?.body)).toContain('took too long');
  });

  it('that would open a form ask to try again instead', async () => {
    const { text } = setUp();
    expect(await text(command('formal slow', {}, curator))).toContain('try again');
    expect(await text(command('formal quick', {}, curator))).toContain('"type":9');
  });

  it('with a file come by edit', async () => {
    const { handle } = setUp();
    const { response, later } = await handle(command('file'));
    expect(response.type).toBe(5);
    expect((await later)?.files).toEqual([{ name: 'a.json', content: '{}' }]);
  });
});

describe('rights', () => {
  it.each([
    ['a member', {}, 'moderators of this community'],
    ['a moderator', curator, '"type":9'],
    ['a manager', { permissions: PermissionFlagsBits.ManageGuild }, '"type":9'],
    ['the curators’ role', { roles: ['900000000000000001'] }, '"type":9'],
    ['nobody in a direct message', { direct: true }, 'only in a server'],
  ])('%s', async (_who, asker, expected) => {
    const { text } = setUp({ communityOf: () => ({ curatorsRole: '900000000000000001' }) });
    expect(await text(command('formal quick', {}, asker))).toContain(expected);
  });

  it('are checked again at each press', async () => {
    const { text } = setUp();
    expect(await text(press('formal:x', {}))).toContain('moderators of this community');
    expect(await text(press('formal:x', curator))).toContain('moderators only');
  });
});

describe('presses', () => {
  it('change a private message in place, and answer beside one that others see', async () => {
    const { text } = setUp();
    expect(await text(press('echo:hi', {}))).toContain('"type":7');
    const beside = await text(press('echo:hi', {}, undefined, 0));
    expect(beside).toContain('"type":4');
    expect(beside).toContain(`"flags":${32768 | 64}`);
  });

  it('of unknown buttons are answered kindly', async () => {
    const { text } = setUp();
    expect(await text(press('gone:x'))).toContain('older version');
    expect(await text(press(''))).toContain('older version');
    expect(await text(submit('slow:x', { answer: 'y' }))).toContain('older version');
  });

  it('and forms bring their fields', async () => {
    const { text } = setUp();
    expect(await text(submit('echo:x', { answer: 'hello' }))).toContain('5 characters');
  });
});

describe('what goes wrong', () => {
  it('becomes a short private apology with a code, and no word of the person in it', async () => {
    const { text, errors } = setUp();
    const said = await text(press('echo:break', { locale: 'es-ES' }));
    expect(said).toContain('abc123');
    expect(said).toContain('Perdón');
    expect(said).not.toContain('secret');
    expect(errors[0]?.[0]).toBe('abc123');
  });

  it.each([
    ['at once', command('broken')],
    ['after a deferral', command('broken', { late: true })],
    ['beside a file', press('broken:x')],
  ])('becomes an apology also where an answer cannot be shown, %s', async (_when, interaction) => {
    const { handle, errors } = setUp();
    const { response, later } = await handle(interaction);
    expect(JSON.stringify((await later)?.body ?? response)).toContain('abc123');
    expect(errors).toHaveLength(1);
  });

  it('says so where the storage is away', async () => {
    const { text, errors } = setUp();
    expect(await text(command('away'))).toContain('nothing was changed');
    expect(errors).toEqual([]);
  });

  it.each([
    ['an unknown command', command('nothing')],
    ['an unknown subcommand', command('formal nothing', {}, curator)],
    ['a missing option', command('echo')],
    ['an unexpected option', command('echo', { text: 'x', other: 'y' })],
    ['a blank option', command('echo', { text: '  ' })],
    ['no data at all', { ...command('echo'), data: undefined } as never],
    ['names of the language itself', command('__proto__')],
  ])('%s gets an answer', async (_what, interaction) => {
    const { text } = setUp();
    expect(await text(interaction)).toContain('"type":4');
  });
});

describe('autocomplete', () => {
  it('gives at most 25 choices', async () => {
    const { handle } = setUp();
    const { response } = await handle(autocomplete('echo', 'text', { text: 'é' }));
    expect(callbackViolations(response)).toEqual([]);
    expect(response).toMatchObject({ type: 8, data: { choices: { length: 25 } } });
  });

  it('gives none for an unknown command or one that is not allowed', async () => {
    const { handle } = setUp();
    for (const name of ['nothing', 'formal quick']) {
      expect((await handle(autocomplete(name, 'a', { a: '' }))).response).toEqual({
        type: 8,
        data: { choices: [] },
      });
    }
  });
});

it('answers Discord’s ping', async () => {
  const { handle } = setUp();
  expect((await handle({ type: 1 } as never)).response).toEqual({ type: 1 });
});
