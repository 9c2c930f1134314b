import type { Page } from 'playwright-core';

/** Takes a command from the list and fills in its options: chosen by the name that is read, or typed. */
export async function use(
  page: Page,
  command: string,
  chosen: Record<string, string>,
  typed: Record<string, string> = {},
) {
  await page.locator('#write').fill('');
  await page.locator('#write').pressSequentially(command);
  await page.locator('#composer [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  const form = page.locator('form.command');
  await form.waitFor();
  for (const [label, value] of Object.entries(chosen))
    await form.getByLabel(label, { exact: true }).selectOption(value);
  for (const [label, value] of Object.entries(typed))
    await form
      .locator('input')
      .and(form.getByLabel(label, { exact: true }))
      .fill(value);
  await form.getByRole('button', { name: /^(Send|Enviar)$/ }).click();
}
