import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startSandbox } from '../sandbox/start.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { quiet } from '../tests/support/quiet-log.ts';
import { curatePictures } from './curate-pictures.ts';
import { newsPictures } from './news-pictures.ts';

// `npm run pictures`: makes the pictures of the README and of the guides from the sandbox.
const folder = fileURLToPath(new URL('pictures/', import.meta.url));
const desk = { width: 820, height: 900 };
const phone = { width: 390, height: 844 };

const sandbox = await startSandbox({ port: 0, log: quiet });
const browser = await openBrowser();
try {
  await picture(browser, 'rights', desk, async page => {
    await page.locator('summary').click();
    await command(page, 'rights', 'door');
  });
  await picture(browser, 'ask-nothing', desk, async page => {
    await page.locator('summary').click();
    await command(page, 'ask', 'how do i renew my daca');
  });
  await picture(browser, 'rights-phone-es', phone, async page => {
    await page.locator('summary').click();
    await page.getByLabel('Your language').selectOption('es-419');
    await page.waitForTimeout(500);
    await page.locator('summary').click();
    await command(page, 'derechos', 'puerta');
  });
  await curatePictures(browser, sandbox, async (name, page) => {
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${folder}${name}.png` });
  });
  await newsPictures(browser, sandbox, async (name, shown) => {
    await shown.waitFor();
    await shown.screenshot({ path: `${folder}${name}.png` });
  });
} finally {
  await browser.close();
  await sandbox.stop();
}

async function picture(
  browser: Browser,
  name: string,
  viewport: { width: number; height: number },
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ viewport });
  await page.goto(sandbox.address);
  await page.locator('#write').waitFor();
  await page.waitForTimeout(500);
  await act(page);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}

/** Types a command and its first option as a person would, takes the first suggestion, and waits for the answer. */
async function command(page: Page, name: string, typed: string): Promise<void> {
  await page.locator('#write').click();
  await page.keyboard.type(`/${name}`);
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
  await page.keyboard.type(typed);
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  const send = page.getByRole('button', { name: /^(Send|Enviar)$/ });
  if (await send.isVisible()) await send.click();
  await page.waitForTimeout(1_500);
}
