import { expect, test } from 'vitest';
import { orderIsComplete } from '../../../../src/knowledge/content/rules/order-is-complete.ts';
import { faultsOf, other } from './faults-of.ts';

const packOf = (order: string, command: string) => `
about: { en: the Act, es: la Ley }
timezone: America/Chicago
topics:
  - id: rights
    order: [${order}]${command}
`;
const command = `
    command:
      option: situation
      en: { name: rights, description: d, option: situation, optionDescription: o, help: h }
      es: { name: derechos, description: d, option: caso, optionDescription: o, help: h }
`;
const faults = (order: string, words = command) =>
  faultsOf(orderIsComplete, { ...other('Yes.', 'Sí.'), 'pack.yaml': packOf(order, words) });

test('an entry of a command’s list that no order names is told', async () => {
  expect(await faults('rights/silence')).toEqual([
    'pack.yaml: `order` of rights does not name rights/other; put it where someone who needs it would look',
  ]);
  expect(await faults('rights/silence, rights/other')).toEqual([]);
});

test('a topic without a command shows no list, so it needs no order', async () => {
  expect(await faults('', '')).toEqual([]);
});
