import { expect, test } from 'vitest';
import type { Answer } from '../../../sandbox/discord/ask.ts';
import { type Component, walk } from '../../../sandbox/discord/component.ts';
import { languages, ownName } from '../../../src/i18n/languages.ts';
import { labelsOf, messageOf, startLive, textOf } from '../live.ts';

/** What a form holds, by field. */
function valuesOf(answer: Answer): Readonly<Record<string, string>> {
  if (answer.kind !== 'form') throw new Error(JSON.stringify(answer));
  const inputs: Component[] = [...walk(answer.form.components)];
  return Object.fromEntries(
    inputs.flatMap(({ type, custom_id, value }) =>
      type === 4 && custom_id ? [[custom_id, value ?? '']] : [],
    ),
  );
}

test('the form of a card holds one language; each other is a button away, and what was written is kept', async () => {
  const { discord } = await startLive('2026-06-01T12:00:00Z');
  const review = discord.channel('moderators').id;
  const manager = discord.use({ user: 'manager' });
  await manager.command('settings review', { channel: review });
  await manager.command('settings require-second', { enabled: true });
  const dana = discord.use({ user: 'moderator', channel: 'moderators' });
  const news = { kind: 'law', link: 'https://example.org/a', date: '2026-05-30' };
  const form = await dana.command('news add', news);
  expect(Object.keys(valuesOf(form))).toEqual(['headline', 'summary', 'why']);

  const card = messageOf(
    await dana.submit(form, { headline: 'A bill', summary: 'It passed. It waits.', why: '' }),
  );
  const labels = languages.map(language => `Words in ${ownName(language)}`);
  expect(labelsOf(card)).toEqual(expect.arrayContaining(labels));
  const spanish = await dana.press(card, 'Words in Español');
  expect(valuesOf(spanish)).toMatchObject({ headline: '', summary: '' });
  const both = messageOf(
    await dana.submit(spanish, { headline: 'Una ley', summary: 'Se aprobó. Falta la firma.', why: '' }),
  );
  expect(textOf(both)).toContain('A bill');
  expect(textOf(both)).toContain('Una ley');

  // Whoever reads Spanish reaches the English form of the same card, and the other way round.
  const luz = discord.use({ user: 'moderator', channel: 'moderators', locale: 'es-419' });
  expect(valuesOf(await luz.press(both, 'Words in English')).headline).toBe('A bill');
  expect(valuesOf(await dana.press(both, 'Words in Español')).headline).toBe('Una ley');
});

test('a form that lacks its summary opens again in the language in which it was written, also on an approved card', async () => {
  const { discord } = await startLive('2026-06-01T12:00:00Z');
  const luz = discord.use({ user: 'moderator', channel: 'moderators', locale: 'es-419' });
  const news = { kind: 'law', link: 'https://example.org/b', date: '2026-05-30' };
  const form = await luz.command('news add', news);
  const approved = messageOf(await luz.submit(form, { headline: 'Una ley', summary: 'Se aprobó.', why: '' }));
  expect(textOf(approved)).toContain('Aprobad');
  const english = await luz.press(approved, 'Palabras en English');
  expect(valuesOf(english)).toMatchObject({ headline: '', summary: '' });
  const added = messageOf(await luz.submit(english, { headline: 'A bill', summary: 'It passed.', why: '' }));
  expect(textOf(added)).toContain('A bill');

  const empty = await luz.command('news add', { ...news, link: 'https://example.org/c' });
  const fault = messageOf(await luz.submit(empty, { headline: 'Otra ley', summary: '', why: '' }));
  expect(valuesOf(await luz.press(fault, 'Editar otra vez'))).toMatchObject({
    headline: 'Otra ley',
    summary: '',
  });
});
