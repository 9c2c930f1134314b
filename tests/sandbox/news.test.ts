import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { createLog } from '../../src/lib/log.ts';
import { openBrowser, picture } from '../support/browser.ts';
import { use } from './use-command.ts';

let browser: Browser;
let sandbox: Sandbox;
beforeAll(async () => {
  [browser, sandbox] = await Promise.all([openBrowser(), startSandbox({ port: 0, log: createLog('warn') })]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

test('a person follows, approves, moves the clock, and watches the post arrive', async () => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  page.setDefaultTimeout(8_000);
  await page.goto(`${sandbox.address}/#user=manager&locale=en-US`);
  await use(
    page,
    '/announcements follow',
    { channel: '#news', kind: 'everything' },
    { schedule: 'daily 09:00' },
  );
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
  await picture(page, 'news 1 followed');

  await page.getByLabel('You are').selectOption('moderator');
  await page.getByText('Dana · moderator').waitFor({ state: 'attached' });
  await use(page, '/news add', { kind: 'Money' }, { link: 'https://www.ilga.gov/', date: '2025-07-25' });
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog
    .getByLabel(/headline/i)
    .first()
    .fill('The grants go on');
  await dialog.getByLabel('Summary in English').fill('A judge said so. The money may be spent.');
  await picture(page, 'news 2 words');
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'news' }).click();
  await page.locator('#where', { hasText: 'news' }).waitFor();
  expect(await page.locator('article').count()).toBe(0);
  await page.getByRole('button', { name: '+1 day' }).click();
  const post = page.locator('article', { hasText: 'The grants go on' });
  await post.waitFor();
  await picture(page, 'news 3 post');
  expect(await post.textContent()).toContain('Published to followers');
  await page.getByRole('button', { name: '+1 day' }).click();
  await expect.poll(() => page.locator('article').count()).toBe(1);
  await page.close();
});
