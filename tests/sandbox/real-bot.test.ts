import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { createLog } from '../../src/lib/log.ts';
import { openBrowser, picture } from '../support/browser.ts';

let browser: Browser;
let sandbox: Sandbox;
beforeAll(async () => {
  [browser, sandbox] = await Promise.all([openBrowser(), startSandbox({ port: 0, log: createLog('warn') })]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

test.each([
  ['en-US', 'member', { width: 1200, height: 800 }, 'Español', 'Only you can see this'],
  ['es-419', 'manager', { width: 360, height: 740 }, 'English', 'Solo usted puede ver esto'],
])(
  'a newcomer opens the page in %s, types /rights, and gets a real answer',
  async (locale, user, viewport, otherLanguage, mark) => {
    const page = await browser.newPage({ viewport });
    await page.goto(`${sandbox.address}/#user=${user}&locale=${locale}`);
    await page.locator('#write').pressSequentially('/rights');
    await page.locator('#composer [role=option]').first().waitFor();
    await picture(page, `rights ${locale} 1 command`);
    await page.keyboard.press('Enter');
    await page.locator('form.command [role=option]').first().waitFor();
    await picture(page, `rights ${locale} 2 situation`);
    await page.keyboard.press('Enter');
    await page.locator('form.command button[type=submit]:focus').waitFor();
    await page.keyboard.press('Enter');
    const answer = page.locator('article.private');
    await answer.waitFor();
    await picture(page, `rights ${locale} 3 answer`);
    expect(await answer.textContent()).toContain(mark);
    expect(await answer.locator('h2').count()).toBeGreaterThan(0);
    expect(await answer.getByRole('button', { name: otherLanguage }).count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.close();
  },
);
