import type { Browser, Page } from 'playwright-core';
import type { Sandbox } from '../src/sandbox/start.ts';

/** The pictures of `moderators.md`: an answer from the form to its history, on a phone. `keep` keeps the whole screen. */
export async function curatePictures(
  browser: Browser,
  { address }: Sandbox,
  keep: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const last = page.locator('article').last();
  const dialog = page.getByRole('dialog');
  const published = (text: string) => last.getByText(text).first().waitFor();

  const use = async (command: string, option = '') => {
    await page.locator('#write').fill('');
    await page.locator('#write').pressSequentially(command);
    await page.locator('#composer [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    const form = page.locator('form.command');
    await form.waitFor();
    if (option) {
      await page.keyboard.type(option);
      await form.locator('[role=option]').first().waitFor();
      await page.keyboard.press('Enter');
    }
    await form.getByRole('button', { name: 'Send' }).click();
  };
  const write = async (answer: string) => {
    await dialog.getByLabel('Answer in English').fill(answer);
  };
  const send = async (seen: string) => {
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await published(seen);
  };
  const publish = async () => {
    await last.getByRole('button', { name: 'Publish', exact: true }).click();
    await published('Published');
  };

  await page.goto(`${address}/#user=moderator&locale=en-US`);
  await page.locator('#write').waitFor();
  await use('/curate add');
  await dialog.getByLabel('Title').fill('Where can I park?');
  await write('Behind the **church**. Second gate.');
  await dialog.getByLabel('Other names').fill('car, parking lot');
  await keep('curate-form', page);
  await send('Behind the');
  await keep('curate-preview', page);
  await publish();
  await use('/faq', 'parking');
  await published('Written by this community');
  await keep('curate-answer', page);
  await use('/curate edit', 'park');
  await write('Behind the **church**. Third gate.');
  await send('Third gate');
  await publish();
  await use('/curate history', 'park');
  await published('Taken out');
  await keep('curate-history', page);
  await page.close();
}
