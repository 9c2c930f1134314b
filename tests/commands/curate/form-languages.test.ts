import { expect, test } from 'vitest';
import { languages, ownName } from '../../../src/i18n/languages.ts';
import { ana, draft, openDoor } from '../../support/door.ts';
import { command, press, submit } from '../../support/interactions.ts';

const languageOfForm = (form: string | undefined) => form?.split(':').at(-1);

test('a form holds one language, the others are a button away, and what was written is kept between them', async () => {
  const door = openDoor();
  const form = await door.say(command('curate add', {}, ana));
  expect(languageOfForm(form.form)).toBe('en');
  expect(Object.keys(form.values)).toEqual(['title', 'answer', 'aliases', 'source']);
  const first = { title: 'Parking', answer: 'Behind the church.', aliases: 'car', source: '' };
  let preview = await door.say(submit(form.form ?? '', first, ana));

  const spanish = await door.say(press(preview.button('Write it in Español'), ana));
  expect(languageOfForm(spanish.form)).toBe('es');
  expect(spanish.values).toMatchObject({ title: 'Parking', answer: '', aliases: 'car' });
  preview = await door.say(submit(spanish.form ?? '', { ...spanish.values, answer: 'Detrás.' }, ana));
  expect(preview.text).toContain('Behind the church.');

  const shown = await door.say(press(preview.button('Español'), ana));
  expect(shown.text).toContain('Detrás.');
  const again = await door.say(press(shown.button('Edit'), ana));
  expect([languageOfForm(again.form), again.values.answer]).toEqual(['es', 'Detrás.']);
  const english = await door.say(press(preview.button('Edit'), ana));
  expect([languageOfForm(english.form), english.values.answer]).toEqual(['en', 'Behind the church.']);

  await door.say(press(preview.button('Publish'), ana));
  const { choices: _, ...answer } = await door.say(command('faq', { entry: 'Parking', language: 'es' }));
  expect(answer.text).toContain('Detrás.');
  expect(door.errors).toEqual([]);
});

test('what is wrong in one language is edited again in that one, beside a button for each other', async () => {
  const door = openDoor();
  const form = await door.say(command('curate add', {}, ana));
  const title = 'Parking';
  const preview = await door.say(submit(form.form ?? '', { title, answer: 'Behind the church.' }, ana));
  const spanish = await door.say(press(preview.button('Write it in Español'), ana));
  const wrong = 'Detrás **de la iglesia.';
  const faults = await door.say(submit(spanish.form ?? '', { title, answer: wrong }, ana));
  const again = await door.say(press(faults.button('Edit again'), ana));
  expect([languageOfForm(again.form), again.values.answer]).toEqual(['es', wrong]);
  const other = await door.say(press(faults.button('Write it in English'), ana));
  expect(other.values.answer).toBe('Behind the church.');
  // And the text with the fault is still there after the other form was sent.
  const still = await door.say(submit(other.form ?? '', { ...other.values, answer: 'Behind it.' }, ana));
  const third = await door.say(press(still.button('Edit again'), ana));
  expect(third.values.answer).toBe(wrong);
});

test('where nothing is written yet the fault names the languages, and each has its form', async () => {
  const door = openDoor();
  const faults = await draft(door, { title: 'Parking', answer: '' });
  expect(faults.text).toMatch(/It needs an answer, in English.*Spanish/);
  const forms = await Promise.all(
    languages.map(async language => {
      const label = language === 'en' ? 'Edit again' : `Write it in ${ownName(language)}`;
      return languageOfForm((await door.say(press(faults.button(label), ana))).form);
    }),
  );
  expect(forms).toEqual(languages);
});
