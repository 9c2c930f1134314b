import { expect, it } from 'vitest';
import type { Hotline } from '../../../src/knowledge/content/entry.ts';
import { openDoor } from '../../support/door.ts';
import { emptyKnowledge } from '../../support/empty-knowledge.ts';
import { command, press } from '../../support/interactions.ts';

const line = (id: string, phone: string, more: Partial<Hotline> = {}): Hotline => ({
  id,
  name: { en: `${id} line`, es: `Línea ${id}` },
  purpose: { en: 'Help', es: 'Ayuda' },
  phone,
  callBeforeUse: false,
  first: false,
  sources: ['act'],
  asOf: '2026-09-17',
  ...more,
});

const source = {
  label: { en: 'The Act', es: 'La Ley' },
  publisher: 'State',
  date: '2017',
  kind: 'primary',
} as const;
const knowledge = {
  ...emptyKnowledge(),
  sources: new Map([['act', { ...source, url: 'https://example.org/act' }]]),
  hotlines: [
    line('family', '1-855-435-7693', { first: true }),
    line('crisis', '988'),
    line('court', '1-800-898-7180', { callBeforeUse: true }),
  ],
};

it('shows every line in the order of the file, with numbers to tap', async () => {
  const { text } = await openDoor({ knowledge }).say(command('hotline', {}));
  expect(text).toContain('Call <+18554357693> (**1-855-435-7693**)');
  expect(text).toContain('Call **988**');
  const order = ['family', 'crisis', 'court'].map(id => text.indexOf(`${id} line`));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

it('says “as of” of a number that nobody has called yet, and “last confirmed” of the others', async () => {
  const { text } = await openDoor({ knowledge }).say(command('hotline', { language: 'es' }));
  const [family, , court] = text.split('\n\n');
  expect(family).toContain('confirmado por última vez el 17 de septiembre de 2026');
  expect(court).toContain('-# al 17 de septiembre de 2026');
});

it('keeps the sources behind one button', async () => {
  const door = openDoor({ knowledge });
  const lines = await door.say(command('hotline', { language: 'es' }));
  expect(lines.text).not.toContain('La Ley');
  const sources = await door.say(press(lines.button('Fuentes')));
  expect(sources.text).toContain('- [La Ley](https://example.org/act)');
  expect(sources.private).toBe(true);
});

it('turns pages where there are more lines than a message holds', async () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    line(`n${at}`, '1-855-435-7693', { purpose: { en: 'Help. '.repeat(40), es: 'Ayuda' } }),
  );
  const door = openDoor({ knowledge: { ...knowledge, hotlines: many } });
  const first = await door.say(command('hotline', {}));
  const second = await door.say(press(first.button('Next ›')));
  expect(first.text).toContain('n0 line');
  expect(second.text).not.toContain('n0 line');
  expect(second.text).toContain('n15 line');
  expect(second.has('Page 2 of 3')).toBe(true);
});

it('offers the first number to tap where the bot has no answer', async () => {
  const { text } = await openDoor({ knowledge }).say(
    command('ask', { question: 'best deep dish pizza recipe' }),
  );
  expect(text).toContain('<+18554357693>');
});
