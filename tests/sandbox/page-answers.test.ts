import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { picture } from '../support/browser.ts';
import { desk, english, openedPage, phone, spanish } from './page-fixture.ts';

const sandbox = openedPage();

test.each([
  ['English, desk', english, desk, '/fr', 'pea', 'About id-pear', 'Only you can see this'],
  ['Spanish, phone', spanish, phone, '/fru', 'per', 'Sobre id-pera', 'Solo usted puede ver esto'],
])(
  '%s: a command as one types, its suggestions, a private answer',
  async (name, place, size, command, typed, title, mark) => {
    const page = sandbox.page();
    await page.setViewportSize(size);
    await sandbox.open(place);
    await sandbox.askForFruit(command, typed);
    expect(await sandbox.lastMessage()).toContain(title);
    expect(await sandbox.lastMessage()).toContain(mark);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(sandbox.bot().seen.at(-1)).toMatchObject({ locale: place.locale, guild_locale: 'en-US' });
    await picture(page, `page ${name}`);
  },
);

test('a button changes the message it is on and keeps the focus; a disabled one does nothing; a link leaves', async () => {
  const page = sandbox.page();
  await sandbox.open(english);
  await sandbox.askForFruit('/fr', 'app');
  await page.getByRole('button', { name: 'Español' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Sobre pera').waitFor();
  expect(await page.evaluate('document.activeElement.textContent')).toBe('English');
  expect(await page.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
  const link = page.getByRole('link', { name: /Site/ });
  expect([await link.getAttribute('href'), await link.getAttribute('rel')]).toEqual([
    'https://example.org/',
    'noopener noreferrer',
  ]);
});

test('a menu works by keyboard', async () => {
  const page = sandbox.page();
  await sandbox.open(english);
  await sandbox.askForFruit('/fr', 'app');
  await page.getByRole('button', { name: 'More' }).press('ArrowDown');
  await page.getByRole('option', { name: /red/ }).press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Chosen: ["v-green"]').waitFor();
});

test('a form opens in a dialog, keeps the focus inside, and sends what was filled in before or now', async () => {
  const page = sandbox.page();
  await sandbox.open({ ...english, user: 'moderator' });
  await sandbox.pick('/curate');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'An entry' });
  await dialog.waitFor();
  expect(await page.evaluate("document.activeElement.closest('dialog') !== null")).toBe(true);
  await dialog.getByLabel('Title').fill('A question?');
  await dialog.getByLabel('wrong').check();
  await picture(page, 'page form');
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('article', { hasText: 'Sent:' }).waitFor();
  const components = sandbox.bot().seen.at(-1)?.data.components as { component: { value: string } }[];
  expect(components.map(one => one.component.value)).toEqual(['A question?', 'filled in before', 'wrong']);
});

test('a deferral says that the bot thinks, then shows the answer with its file; silence is told', async () => {
  const page = sandbox.page();
  await sandbox.open(english);
  await sandbox.pick('/slow');
  await page.keyboard.press('Enter');
  await page.getByText('is thinking…').waitFor();
  await page.getByText('At last').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /list\.json/ }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe('{"list":[]}');
  await sandbox.pick('/mute');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('The application did not respond.').waitFor();
});
