import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { desk, english, openedPage, phone } from './page-fixture.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const sandbox = openedPage();

test('hostile text is text', async () => {
  const page = sandbox.page();
  await sandbox.open(english);
  await sandbox.pick('/hostile');
  await page.keyboard.press('Enter');
  await page.locator('article.private').waitFor();
  expect(await sandbox.lastMessage()).toContain(
    '<img src=x onerror=alert(1)> <script>alert(1)</script> [x](javascript:alert(1))',
  );
  expect(await page.locator('article img, article script, article a').count()).toBe(0);
});

test.each([desk, phone])('nothing that axe finds wrong, at $width pixels', async size => {
  const page = sandbox.page();
  await sandbox.discord().use().say('A message');
  await page.setViewportSize(size);
  await sandbox.open({ ...english, user: 'moderator' });
  await sandbox.askForFruit('/fr', 'app');
  if (size === phone) await page.locator('#settings summary').click();
  await page.getByRole('button', { name: 'A court files something' }).click();
  await page.getByRole('button', { name: 'Go to the moderators' }).waitFor();
  await page.evaluate(axe);
  const check = () =>
    page.evaluate<string[]>(
      'axe.run().then(found => found.violations.map(one => one.id + one.nodes[0].html))',
    );
  expect(await check()).toEqual([]);
  await sandbox.pick('/curate');
  expect(await check()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await check()).toEqual([]);
});

test('the page is reached only under its own name, and acts only on its own word', async () => {
  const page = sandbox.page();
  const { request } = page.context();
  const elsewhere = await request.get(sandbox.address(), { headers: { host: 'evil.example' } });
  expect(elsewhere.status()).toBe(403);
  const form = await request.post(`${sandbox.address()}/act`, { form: { do: 'clock' } });
  expect(form.status()).toBe(400);
  expect((await request.get(`${sandbox.address()}/..%2f..%2fpackage.json`)).status()).toBe(404);
});
