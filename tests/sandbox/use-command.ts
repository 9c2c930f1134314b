import type { Locator, Page } from 'playwright-core';

/** Takes a command from the list; gives its form. */
async function take(page: Page, command: string): Promise<Locator> {
  await page.locator('#write').fill('');
  await page.locator('#write').pressSequentially(command);
  await page.locator('#composer [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  const form = page.locator('form.command');
  await form.waitFor();
  return form;
}

const send = (form: Locator) => form.getByRole('button', { name: /^(Send|Enviar)$/ }).click();

/** Takes a command from the list and types into its first option (`choose`: takes the first that is offered for it). */
export async function useTyping(
  page: Page,
  command: string,
  option: { readonly choose?: string; readonly type?: string } = {},
): Promise<void> {
  const form = await take(page, command);
  await page.keyboard.type(option.choose ?? option.type ?? '');
  if (option.choose !== undefined) {
    await form.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Enter');
  }
  await send(form);
}

/** Takes a command from the list and fills in its options: chosen by the name that is read, or typed. */
export async function use(
  page: Page,
  command: string,
  chosen: Record<string, string>,
  typed: Record<string, string> = {},
) {
  const form = await take(page, command);
  for (const [label, value] of Object.entries(chosen))
    await form.getByLabel(label, { exact: true }).selectOption(value);
  for (const [label, value] of Object.entries(typed))
    await form
      .locator('input')
      .and(form.getByLabel(label, { exact: true }))
      .fill(value);
  await send(form);
}
