import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Browser, Locator } from 'playwright-core';
import type { Sandbox } from '../sandbox/start.ts';
import { use } from '../tests/sandbox/use-command.ts';

/** The pictures of `updates.md`: one piece of news from the court to the channel, and a channel that the bot lost. `keep` keeps one. */
export async function newsPictures(
  browser: Browser,
  { address, discord }: Sandbox,
  keep: (name: string, shown: Locator) => Promise<void>,
): Promise<void> {
  const viewport = { width: 760, height: 1_100 };
  const page = await browser.newPage({ viewport, timezoneId: 'America/Chicago' });
  const message = (text: string) => page.locator('article', { hasText: text }).last();
  const go = async (user: string, channel: string) => {
    await page.getByLabel('You are').selectOption(user);
    await page.locator('#channels button', { hasText: channel }).click();
    await page.locator('#where', { hasText: channel }).waitFor();
  };

  await page.goto(`${address}/#user=manager&locale=en-US`);
  await page.locator('#write').waitFor();
  const subscription = { channel: '#news', kind: 'everything' };
  await use(page, '/announcements follow', subscription, { schedule: 'daily 09:00' });
  await keep('updates-follow', message('Follow here?'));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await message('follows now').waitFor();

  await page.getByRole('button', { name: 'A court files something' }).click();
  await page.getByRole('button', { name: 'Go to the moderators' }).click();
  const card = message('Entry #901');
  await keep('updates-card', card);
  await card.getByRole('button', { name: 'Approve' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Headline in English').fill('Judge decides the sample motion in part');
  await form
    .getByLabel('Summary in English')
    .fill(
      'The judge granted some of what was asked for, and denied the rest. Both sides answer in two weeks.',
    );
  await keep('updates-words', form);
  await form.getByRole('button', { name: 'Submit' }).click();
  await card.getByText('Approved.').waitFor();

  await go('member', 'news');
  await page.getByRole('button', { name: '+1 day' }).click();
  await keep('updates-post', message('What is new'));

  // Somebody takes the bot's permission away, and there is more news.
  const { home } = discord;
  const channel = discord.channel('news');
  channel.overwrites.push({ id: home.id, kind: 'role', allow: 0n, deny: PermissionFlagsBits.SendMessages });
  await page.getByRole('button', { name: 'A court files something' }).click();
  await page.getByRole('button', { name: 'Go to the moderators' }).click();
  await message('Entry #902').getByRole('button', { name: 'Approve' }).click();
  await form.getByLabel('Headline in English').fill('Sample Party appeals');
  await form
    .getByLabel('Summary in English')
    .fill('A higher court will look at the order. It stays in force.');
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '+1 day' }).click();
  await keep('updates-refused', message('I paused the updates'));
  await page.getByRole('button', { name: 'Show the status' }).click();
  await keep('updates-status', message('Updates: status'));
  await page.close();
}
