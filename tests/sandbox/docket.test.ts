import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { createLog } from '../../src/lib/log.ts';
import { openBrowser, picture } from '../support/browser.ts';
import { use } from './use-command.ts';

let browser: Browser;
let sandbox: Sandbox;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, log: createLog('warn') });
});
afterEach(() => sandbox.stop());

/** The page as one person sees it, on a screen of some size. */
async function open(place: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(8_000);
  await page.goto(`${sandbox.address}/#${place}`);
  await page.locator('#write').waitFor();
  return page;
}

const card = (page: Page, entry: string) => page.locator('article', { hasText: `SAMPLE DATA: ${entry}` });

test('a court files, the card arrives, a moderator approves, and the post arrives exactly once', async () => {
  const page = await open('user=manager&locale=en-US', { width: 1200, height: 800 });
  await use(
    page,
    '/announcements follow',
    { channel: '#news', kind: 'everything' },
    { schedule: 'daily 09:00' },
  );
  await page.getByRole('button', { name: 'Confirm' }).waitFor();
  await picture(page, 'docket 1 follow');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('follows now').waitFor();

  await page.getByRole('button', { name: 'A court files something' }).click();
  const said = page.getByRole('alert');
  await expect.poll(() => said.textContent()).toContain('A sample court filed an order');
  await picture(page, 'docket 2 filed');
  await said.getByRole('button', { name: 'Go to the moderators' }).click();
  await page.getByText('Dana · moderator').waitFor({ state: 'attached' });
  const order = card(page, 'Entry #901');
  await order.waitFor();
  expect(await order.textContent()).toContain('What it is: order');
  expect(await order.textContent()).toContain('SAMPLE DATA – not a real docket entry');
  await picture(page, 'docket 3 card');

  await order.getByRole('button', { name: 'Approve' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Headline in English').fill('A judge decided the sample motion');
  await form.getByLabel('Summary in English').fill('Part of it was granted. Both sides have two weeks.');
  await picture(page, 'docket 4 words');
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.waitFor({ state: 'detached' });
  await order.getByText('Approved.').waitFor();
  await picture(page, 'docket 5 approved');

  await page.getByRole('button', { name: 'news' }).click();
  await page.locator('#where', { hasText: 'news' }).waitFor();
  expect(await page.locator('article').count()).toBe(0);
  await page.getByRole('button', { name: '+1 day' }).click();
  const post = page.locator('article', { hasText: 'A judge decided the sample motion' });
  await post.waitFor();
  await picture(page, 'docket 6 post');
  expect(await post.textContent()).toContain('What is new');
  expect(await post.textContent()).toContain('Published to followers');

  // What else the court does: a second card, one that a rule holds back, and the approved entry edited at the source.
  for (const next of ['A sample party', 'A sample court moved', 'A sample court corrected']) {
    await page.getByRole('button', { name: 'A court files something' }).click();
    await expect.poll(() => said.textContent()).toContain(next);
  }
  await page.getByRole('button', { name: '+1 week' }).click();
  await expect.poll(() => said.textContent()).toContain('The clock now says');
  expect(await page.locator('article').count()).toBe(1);
  await page.getByRole('button', { name: 'moderators' }).click();
  await order.getByText('The source changed this entry').waitFor();
  await card(page, 'Entry #902').waitFor();
  expect(await card(page, 'Minute entry').count()).toBe(0);
  await picture(page, 'docket 7 edited');
  await page.close();
});

test('the same in Spanish, on a phone, by keyboard', async () => {
  const page = await open('user=manager&locale=es-419', { width: 360, height: 740 });
  await use(page, '/ajustes idioma', { idioma: 'Español' });
  await page.getByText('Listo.').waitFor();

  await page.locator('#settings summary').press('Enter');
  await page.getByRole('button', { name: 'Una corte presenta algo' }).press('Enter');
  const said = page.getByRole('alert');
  await expect.poll(() => said.textContent()).toContain('dictó una orden');
  await picture(page, 'docket es 1 filed');
  await said.getByRole('button', { name: 'Ir con los moderadores' }).press('Enter');
  const order = card(page, 'Entry #901');
  await order.waitFor();
  expect(await order.textContent()).toContain('Qué es: orden de la corte');
  expect(await page.evaluate('document.activeElement?.id')).toBe('log');
  await picture(page, 'docket es 2 card');

  await order.getByRole('button', { name: 'Aprobar' }).press('Enter');
  const form = page.getByRole('dialog');
  await form.getByLabel('Titular en español').fill('La corte decidió la moción de prueba');
  await form.getByLabel('Resumen en español').fill('La aceptó en parte. Hay dos semanas para responder.');
  await picture(page, 'docket es 3 words');
  await form.getByRole('button', { name: 'Enviar' }).press('Enter');
  await order.getByText('Aprobado.').waitFor();
  await picture(page, 'docket es 4 approved');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.close();
});
