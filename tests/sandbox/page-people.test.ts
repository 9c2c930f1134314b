import { expect, test } from 'vitest';
import { english, openedPage } from './page-fixture.ts';

const sandbox = openedPage();

test('commands and their words come in the viewer’s language; a moderator has more of them, and more channels', async () => {
  const page = sandbox.page();
  await sandbox.open(english);
  const offered = async () => {
    await page.locator('#write').fill('');
    await page.locator('#write').pressSequentially('/');
    await page.locator('#composer [role=option]').first().waitFor();
    return (await page.locator('#composer [role=option]').allTextContents()).join(' ');
  };
  expect(await offered()).toContain('/fruit');
  expect(await offered()).not.toContain('/curate');
  expect(await page.locator('#channels').textContent()).not.toContain('moderators');
  await sandbox.field('You are').selectOption('moderator');
  await page.locator('#channels', { hasText: 'moderators' }).waitFor();
  expect(await offered()).toContain('/curate add');
  await sandbox.field('Your language').selectOption('es-419');
  await page.locator('html[lang=es-419]').waitFor();
  expect(await offered()).toContain('/curar agregar');
});

test('a message has its Apps for those who may use them', async () => {
  const page = sandbox.page();
  await sandbox.discord().use({ user: 'member' }).say('What about **plums**?');
  await sandbox.open({ ...english, user: 'moderator' });
  await page.getByLabel('More for the message of Marisol').click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('dialog').waitFor();
  expect(sandbox.bot().seen.at(-1)?.data).toMatchObject({ type: 3, name: 'Keep it' });
  await page.keyboard.press('Escape');
  await sandbox.field('You are').selectOption('member');
  await expect.poll(() => page.getByLabel('More for the message of Marisol').count()).toBe(0);
});

test('a shared answer is seen by others, a private one goes when it is dismissed', async () => {
  const page = sandbox.page();
  await sandbox.open(english);
  await sandbox.pick('/fr');
  await page.keyboard.type('plum');
  await page.locator('#composer [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('form.command button[type=submit]:focus').waitFor();
  await sandbox.field('loud optional').selectOption('Yes');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('article', { hasText: 'About id-plum' }).waitFor();
  await sandbox.askForFruit('/fr', 'app');
  await sandbox.field('You are').selectOption('moderator');
  await expect.poll(() => page.locator('article').count()).toBe(1);
  await sandbox.field('You are').selectOption('member');
  await page.getByRole('button', { name: 'Dismiss message' }).click();
  await expect.poll(() => page.locator('article').count()).toBe(1);
});

test('in a direct message there is no server', async () => {
  await sandbox.open({ ...english, channel: 'direct' });
  await sandbox.askForFruit('/fr', 'app');
  expect(sandbox.bot().seen.at(-1)).toMatchObject({ context: 1, user: { username: 'marisol' } });
  expect(sandbox.bot().seen.at(-1)).not.toHaveProperty('guild_id');
});

test('the clock is moved forward', async () => {
  const page = sandbox.page();
  await sandbox.open(english);
  const before = sandbox.discord().world.now().getTime();
  await page.getByRole('button', { name: '+1 day' }).click();
  await page.getByRole('alert').getByText('The clock now says').waitFor();
  expect(sandbox.discord().world.now().getTime() - before).toBeGreaterThanOrEqual(86_400_000);
});
