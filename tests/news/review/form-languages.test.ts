import { expect, test } from 'vitest';
import { languages, ownName } from '../../../src/i18n/languages.ts';
import { ana, boss, openDoor } from '../../support/door.ts';
import { type Asker, command, press, submit } from '../../support/interactions.ts';
import { postRig } from '../post-rig.ts';

const luz: Asker = { ...ana, userId: '410000000000000007', locale: 'es-419' };
const bill = { kind: 'law', link: 'https://example.org/a', date: '2026-05-30' };

async function newsroom() {
  const { store, updates } = await postRig();
  return openDoor({ store, news: updates });
}

test('the form of a card holds one language; each other is a button away, and what was written is kept', async () => {
  const door = await newsroom();
  await door.say(command('settings require-second', { enabled: true }, boss));
  const form = await door.say(command('news add', bill, ana));
  expect(Object.keys(form.values)).toEqual(['headline', 'summary', 'why']);
  const english = { headline: 'A bill', summary: 'It passed. It waits.', why: 'It matters.' };
  const card = await door.say(submit(form.form ?? '', english, ana));
  for (const language of languages) expect(card.has(`Words in ${ownName(language)}`)).toBe(true);

  const spanish = await door.say(press(card.button('Words in Español'), ana));
  expect(spanish.values).toEqual({ headline: '', summary: '', why: 'It matters.' });
  const written = { headline: 'Una ley', summary: 'Se aprobó. Falta la firma.', why: 'It matters.' };
  const both = await door.say(submit(spanish.form ?? '', written, ana));
  for (const text of ['A bill', 'Una ley']) expect(both.text).toContain(text);

  // Whoever reads Spanish reaches the English form of the same card, and the other way round.
  expect((await door.say(press(both.button('Words in English'), luz))).values).toEqual(english);
  expect((await door.say(press(both.button('Words in Español'), ana))).values).toEqual(written);
  expect(door.errors).toEqual([]);
});

test('an approved card gets another language in the same way', async () => {
  const door = await newsroom();
  const form = await door.say(command('news add', bill, luz));
  const spanish = { headline: 'Una ley', summary: 'Se aprobó. Falta la firma.', why: '' };
  const approved = await door.say(submit(form.form ?? '', spanish, luz));
  expect(approved.text).toContain('Aprobado.');
  const english = await door.say(press(approved.button('Palabras en English'), luz));
  expect(english.values).toMatchObject({ headline: '', summary: '' });
  const added = await door.say(
    submit(english.form ?? '', { headline: 'A bill', summary: 'It passed.', why: '' }, luz),
  );
  for (const text of ['A bill', 'Una ley']) expect(added.text).toContain(text);
});

test('a form that lacks its summary opens again with what was written', async () => {
  const door = await newsroom();
  const form = await door.say(command('news add', bill, luz));
  const fault = await door.say(submit(form.form ?? '', { headline: 'Otra ley', summary: '', why: '' }, luz));
  const again = await door.say(press(fault.button('Editar otra vez'), luz));
  expect(again.values).toMatchObject({ headline: 'Otra ley', summary: '' });
});
