import type { APIInteraction } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { signature } from '../../sandbox/discord/signed-http.ts';
import { folders } from '../../src/app/folders.ts';
import { inLanguage, type Language, languages } from '../../src/i18n/languages.ts';
import type { Entry, Knowledge } from '../../src/knowledge/content/entry.ts';
import { loadKnowledge } from '../../src/knowledge/content/load.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { callbackViolations } from '../support/discord-rules.ts';
import { command, press } from '../support/interactions.ts';

const loaded = await loadKnowledge(folders.knowledge);
const knowledge: Knowledge = loaded.ok ? loaded.knowledge : fail(loaded.faults);
const entries = [...knowledge.entries.values()];
const withCommand = ['rights', 'trustact', 'grants', 'lawsuit', 'safety'];
const plainCommands = [
  'timeline',
  'hotline',
  'about',
  'help',
  'rights',
  'trustact',
  'grants',
  'lawsuit',
  'safety',
];

function fail(faults: unknown): never {
  throw new Error(JSON.stringify(faults));
}

/** Every entry in every language, by its topic's command or by the button that opens it, and every command without options. */
function allAsked(): { what: string; interaction: APIInteraction; expects: string }[] {
  const ofEntry = (entry: Entry, language: Language) => {
    const option = entry.topic === 'rights' ? 'situation' : 'section';
    const interaction = withCommand.includes(entry.topic)
      ? command(entry.topic, { [option]: entry.id, language })
      : press(`ask:open:${entry.id}:${language}`);
    return { what: `${entry.id} ${language}`, interaction, expects: inLanguage(entry.text, language).title };
  };
  return [
    ...languages.flatMap(language => entries.map(entry => ofEntry(entry, language))),
    ...languages.flatMap(language =>
      plainCommands.flatMap(name =>
        [true, false].map(share => ({
          what: `/${name} ${language} ${share}`,
          interaction: command(name, { language, share }),
          expects: '',
        })),
      ),
    ),
  ];
}

function check(response: unknown, { what, expects }: { what: string; expects: string }) {
  expect(callbackViolations(response), what).toEqual([]);
  const text = JSON.stringify(response);
  expect(text, what).toContain(JSON.stringify(expects).slice(1, -1));
  expect(text, what).not.toMatch(/undefined|\[object|NaN/);
}

describe('every command, entry and language', () => {
  it('over signed HTTP', async () => {
    const bot = await startBot({ transport: 'http' });
    onTestFinished(bot.stop);
    const { discord, app } = bot;
    const asked = allAsked();
    expect(asked.length).toBeGreaterThan(150);
    for (const each of asked) {
      const body = JSON.stringify(each.interaction);
      const response = await fetch(`${app.address}/interactions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signature(discord.key, body) },
        body,
      });
      expect(response.status).toBe(200);
      check(await response.json(), each);
    }
  });

  it('over the gateway', async () => {
    const bot = await startBot({ transport: 'gateway' });
    onTestFinished(bot.stop);
    const { discord } = bot;
    const waiting = new Map<string, (body: unknown) => void>();
    discord.seen = ({ path, body }) => {
      const id = /\/interactions\/(\d+)\/[^/]+\/callback/.exec(path)?.[1];
      if (id) waiting.get(id)?.(body);
    };
    for (const each of allAsked()) {
      const arrived = new Promise(resolve => waiting.set(each.interaction.id, resolve));
      discord.gateway.dispatch('INTERACTION_CREATE', each.interaction as never, each.interaction.guild_id);
      check(await arrived, each);
    }
  });
});

describe('an answer', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ transport: 'gateway' });
  });
  afterAll(() => bot.stop());

  const messageText = (answer: Awaited<ReturnType<ReturnType<RunningBot['discord']['use']>['command']>>) =>
    JSON.stringify('message' in answer ? answer.message : answer);

  it('is private, sourced, dated, and no advice', async () => {
    const member = bot.discord.use({ user: 'member' });
    const answer = await member.command('rights', { situation: 'rights/at-home' });
    const text = messageText(answer);
    expect(text).toContain('General information, not legal advice.');
    expect(text).toContain('as of 31 January 2025');
    expect(text).toContain('](https://');
    expect(bot.discord.messages('general')).toEqual([]);
  });

  it('of history says so first, with what came since', async () => {
    const member = bot.discord.use({ user: 'member', locale: 'es-419' });
    const text = messageText(await member.command('grants', { section: 'grants/2017-conditions' }));
    expect(text).toContain('Esto describe 2017. Desde entonces:');
    expect(text).toContain('Ninguna persona ha revisado todavía esta traducción.');
  });

  it('changes language in place, leads on, and is shared in the server’s language', async () => {
    const member = bot.discord.use({ user: 'member', locale: 'es-ES' });
    const answer = await member.command('rights', { situation: 'rights/detainers' });
    if (answer.kind !== 'message') throw new Error('no message');
    const english = await member.press(answer.message, 'English');
    expect(english.kind).toBe('update');
    expect(messageText(english)).toContain('What is an ICE detainer');
    if (english.kind !== 'update') throw new Error('no update');
    const shown = await member.press(english.message, 'Show in channel');
    expect(messageText(shown)).toContain('What is an ICE detainer');
    expect(bot.discord.messages('general')).toHaveLength(1);
  });

  it('that nobody wrote is refused, with someone to call', async () => {
    const member = bot.discord.use({ user: 'member' });
    const text = messageText(await member.command('ask', { question: 'best deep dish pizza recipe' }));
    expect(text).toContain("I don't have that");
    expect(text).toContain('1-855-435-7693');
  });
});
