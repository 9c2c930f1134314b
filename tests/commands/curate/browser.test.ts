import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/start.ts';
import { useTyping } from '../../sandbox/use-command.ts';
import { openBrowser, picture } from '../../support/browser.ts';
import { quiet } from '../../support/quiet-log.ts';

let browser: Browser;
let sandbox: Sandbox;
beforeAll(async () => {
  [browser, sandbox] = await Promise.all([openBrowser(), startSandbox({ port: 0, log: quiet })]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

const last = (page: Page) => page.locator('article').last();
const sees = (page: Page, text: string) => expect.poll(() => last(page).textContent()).toContain(text);
const press = (page: Page, name: string) => last(page).getByRole('button', { name, exact: true }).click();

test('a moderator on a phone adds, previews, publishes, asks, edits, looks at the history and restores', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  page.setDefaultTimeout(8_000);
  await page.goto(`${sandbox.address}/#user=moderator&locale=en-US`);

  await useTyping(page, '/curate add');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Where can I park?');
  await dialog.getByLabel('Answer in English').fill('Behind the **church**. Second gate.');
  await dialog.getByLabel('Other names').fill('car, parking lot');
  await picture(page, 'curate 1 form');
  await dialog.getByRole('button', { name: /submit|send/i }).click();
  await sees(page, 'Behind the church');
  await picture(page, 'curate 2 preview');
  await press(page, 'Publish');
  await sees(page, 'Published: Where can I park?');

  await useTyping(page, '/faq', { choose: 'parking' });
  await sees(page, 'Written by this community');
  await picture(page, 'curate 3 answer');

  await useTyping(page, '/curate edit', { choose: 'park' });
  await dialog.getByLabel('Answer in English').fill('Behind the **church**. Third gate.');
  await dialog.getByRole('button', { name: /submit|send/i }).click();
  await sees(page, 'Third gate');
  await press(page, 'Publish');
  await sees(page, 'Published');

  await useTyping(page, '/curate history', { choose: 'park' });
  await sees(page, 'Taken out: Second gate.');
  await picture(page, 'curate 4 history');
  await press(page, 'See 1');
  await sees(page, 'Second gate');
  await press(page, 'Bring it back');
  await sees(page, 'Version 1');

  await useTyping(page, '/ask', { type: 'where can I park' });
  await sees(page, 'Second gate');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.close();
});
