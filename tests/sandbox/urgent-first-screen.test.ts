import type { APIInteraction } from 'discord-api-types/v10';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';
import { createMovedClock } from '../../sandbox/moved-clock.ts';
import { type Page as SandboxPage, startPage } from '../../sandbox/page-server.ts';
import { folders } from '../../src/app/folders.ts';
import { inLanguage, type Language, languageRow, languages, ownName } from '../../src/i18n/languages.ts';
import type { Entry, EntryText } from '../../src/knowledge/content/entry.ts';
import { loadKnowledge } from '../../src/knowledge/content/load.ts';
import { urgentFirstScreen } from '../../src/knowledge/content/rules/urgent-first-screen.ts';
import { openBrowser, picture } from '../support/browser.ts';
import { openDoor } from '../support/door.ts';
import { phone } from './page-fixture.ts';
import { answer, startTinyBot } from './tiny-bot.ts';

const loaded = await loadKnowledge(folders.knowledge);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));

/** As long as the rule lets it be, with every warning there is: what fits of this fits of all. */
const longest: Entry = {
  id: 'rights/longest',
  topic: 'rights',
  sources: [...loaded.knowledge.sources.keys()].slice(0, 6),
  asOf: '2025-01-22',
  reviewBy: '2025-04-22',
  status: 'open',
  urgent: true,
  related: ['rights/silence'],
  text: {
    en: text(
      'Immigration officers came to my work place: what must I do right now today?',
      'Stay calm and do not run, because ',
    ),
    es: text(
      'Agentes de inmigración llegaron a mi lugar de trabajo: ¿qué debo hacer hoy?',
      'Mantenga la calma y no corra, por',
    ),
  },
};

function text(title: string, line: string): EntryText {
  const first = [1, 2, 3].map(() => `- ${line.padEnd(80, 'running looks bad ')}`);
  const number = `Family Support Network <+18554357693>`.padEnd(80, ', day and night');
  return {
    title,
    aliases: [],
    translation: 'unreviewed',
    body: `${first.join('\n')}\n${number}\n\n${'The rest of the answer stands below. '.repeat(10)}`,
  };
}

const knowledge = {
  ...loaded.knowledge,
  entries: new Map([...loaded.knowledge.entries, [longest.id, longest] as const]),
};
const urgent = [...knowledge.entries.values()].filter(entry => entry.urgent);

let browser: Browser;
let discord: Discord;
let sandbox: SandboxPage;
let bot: Awaited<ReturnType<typeof startTinyBot>>;
beforeAll(async () => {
  browser = await openBrowser();
  const clock = createMovedClock(async () => {});
  discord = await startDiscord({ now: clock.now });
  // The real core behind the wire, over content with one entry more.
  const door = openDoor({ knowledge });
  bot = await startTinyBot(discord, async (interaction, rest) => {
    const { response } = await door.handle(interaction as unknown as APIInteraction);
    const { type, data } = response as { type: number; data: unknown };
    return answer(rest, interaction, type, data);
  });
  discord.register([...new Set(urgent.map(({ topic }) => topic))].map(commandOf));
  sandbox = await startPage({ discord, clock, file: async () => ({ what: 'order', seen: true }) }, 0);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
  await bot.stop();
  await discord.stop();
});

const optionOf = (topic: string): string => (topic === 'rights' ? 'situation' : 'section');
const commandOf = (name: string) => ({
  name,
  description: name,
  options: [{ type: 3, name: optionOf(name), description: name }],
});
const localeOf = (language: Language): string => languageRow(language).locales.at(-1) ?? language;

test('the longest that the rule allows is allowed', () => {
  const entries = new Map([[longest.id, longest]]);
  expect(urgentFirstScreen({ ...knowledge, entries, developments: [] })).toEqual([]);
});

describe.each(languages)('on the first screen of a phone, in %s', language => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: phone });
    await page.goto(
      `${sandbox.address}/#${new URLSearchParams({ user: 'member', locale: localeOf(language), server: 'en-US', channel: '' })}`,
    );
    await page.locator('#write').waitFor();
  });
  afterAll(() => page.close());

  test.each(urgent.map(entry => [entry.id, entry] as const))(
    '%s shows what to do, a number to tap, and the language',
    async (id, entry) => {
      for (const messages of discord.world.messages.values()) messages.length = 0;
      await discord
        .use({ user: 'member', locale: localeOf(language) })
        .command(entry.topic, { [optionOf(entry.topic)]: id });
      const article = page.locator('article', { hasText: inLanguage(entry.text, language).title }).last();
      await article.waitFor();
      await picture(page, `urgent ${id.replace('/', ' ')} ${language}`);
      const other = languages.find(each => each !== language) ?? language;
      const seen: [string, Locator][] = [
        ['title', article.locator('h2')],
        ['number', article.locator('a[href^="tel:"], .text:has-text("911"), .text:has-text("988")').first()],
        ['language', article.getByRole('button', { name: ownName(other) })],
        [
          'whom to call',
          article.getByRole('button', { name: language === 'en' ? 'Who to call' : 'A quién llamar' }),
        ],
      ];
      for (const [what, locator] of seen) expect(await isWhole(page, locator), what).toBe(true);
      const sources = article
        .getByRole('link')
        // Beside numbers, the first lines may lead to where ICE says whom it holds.
        .filter({ hasNotText: /^\+|^https:\/\/locator\.ice\.gov\/?$/ })
        .first();
      expect(await isBelow(article.getByRole('button', { name: ownName(other) }), sources)).toBe(true);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
  );
});

/** All of it can be seen without scrolling. */
async function isWhole(page: Page, locator: Locator): Promise<boolean> {
  const [box, log] = [await locator.boundingBox(), await page.locator('#log').boundingBox()];
  return box !== null && log !== null && box.y >= log.y && box.y + box.height <= log.y + log.height;
}

async function isBelow(upper: Locator, lower: Locator): Promise<boolean> {
  const [a, b] = [await upper.boundingBox(), await lower.boundingBox()];
  return a !== null && b !== null && a.y + a.height <= b.y;
}
