import type { Browser, Page } from 'playwright-core';
import type { Sandbox } from '../sandbox/start.ts';
import { useTyping } from '../tests/sandbox/use-command.ts';

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
  await useTyping(page, '/curate add');
  await dialog.getByLabel('Title').fill('Where can I park?');
  await write('Behind the **church**. Second gate.');
  await dialog.getByLabel('Other names').fill('car, parking lot');
  await keep('curate-form', page);
  await send('Behind the');
  await keep('curate-preview', page);
  await publish();
  await useTyping(page, '/faq', { choose: 'parking' });
  await published('Written by this community');
  await keep('curate-answer', page);
  await useTyping(page, '/curate edit', { choose: 'park' });
  await write('Behind the **church**. Third gate.');
  await send('Third gate');
  await publish();
  await useTyping(page, '/curate history', { choose: 'park' });
  await published('Taken out');
  await keep('curate-history', page);
  await page.close();
}
