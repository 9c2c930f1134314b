import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';
import { createMovedClock } from '../../sandbox/moved-clock.ts';
import { type Page as SandboxPage, startPage } from '../../sandbox/page-server.ts';
import { openBrowser } from '../support/browser.ts';
import { handlePage, pageCommands } from './page-bot.ts';
import { startTinyBot } from './tiny-bot.ts';

export const desk = { width: 1200, height: 800 };
export const phone = { width: 360, height: 740 };
export const english = { locale: 'en-US', user: 'member' };
export const spanish = { locale: 'es-419', user: 'member' };

/**
 * A browser at the sandbox's page with a tiny bot behind it, for the tests of a file. After each test the page must have made no error, broken
 * no rule of its own policy, and asked nothing of another host.
 */
export function openedPage() {
  let browser: Browser;
  let context: BrowserContext;
  let sandbox: SandboxPage;
  let page: Page;
  let discord: Discord;
  let bot: Awaited<ReturnType<typeof startTinyBot>>;
  let faults: string[];

  beforeAll(async () => {
    browser = await openBrowser();
    const clock = createMovedClock(async () => {});
    discord = await startDiscord({ now: clock.now, patience: 1000 });
    discord.register(pageCommands);
    bot = await startTinyBot(discord, (interaction, rest) => handlePage(discord, interaction, rest));
    sandbox = await startPage({ discord, clock, file: async () => ({ what: 'order', seen: true }) }, 0);
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.stop();
    await bot.stop();
    await discord.stop();
  });
  beforeEach(async () => {
    for (const messages of discord.world.messages.values()) messages.length = 0;
    faults = [];
    context = await browser.newContext({ viewport: desk });
    page = await context.newPage();
    page.on('pageerror', error => faults.push(String(error)));
    page.on('console', line => ['error', 'warning'].includes(line.type()) && faults.push(line.text()));
    page.on(
      'request',
      request => new URL(request.url()).origin !== sandbox.address && faults.push(request.url()),
    );
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  /** Types a command and takes it from the list, as a person with a keyboard does. */
  async function pick(command: string): Promise<void> {
    await page.locator('#write').pressSequentially(command);
    await page.locator('#composer [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('form.command').waitFor();
  }

  return {
    page: () => page,
    discord: () => discord,
    bot: () => bot,
    address: () => sandbox.address,
    pick,
    async open(place: Record<string, string>): Promise<void> {
      await page.goto(
        `${sandbox.address}/#${new URLSearchParams({ server: 'en-US', channel: '', ...place })}`,
      );
      await page.locator('#write').waitFor();
    },
    /** `/fruit` with its first suggestion for what is typed, by keyboard only. */
    async askForFruit(command: string, typed: string): Promise<void> {
      await pick(command);
      await page.keyboard.type(typed);
      await page.locator('#composer [role=option]').first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('form.command button[type=submit]:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('article.private').waitFor();
    },
    /** The control with this label. */
    field: (label: string) => page.getByLabel(label, { exact: true }),
    lastMessage: () => page.locator('article').last().textContent(),
  };
}
