import { expect, test } from 'vitest';
import { orderByNeed } from '../../../../src/knowledge/content/rules/order-by-need.ts';
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
const faults = (order: string, words = command, front: Record<string, string> = {}) =>
  faultsOf(orderByNeed, { ...other('Yes.', 'Sí.', front), 'pack.yaml': packOf(order, words) });

test('an entry of a command’s list that no order names is told', async () => {
  expect(await faults('rights/silence')).toEqual([
    'pack.yaml: `order` of rights does not name rights/other; put it where someone who needs it would look',
  ]);
  expect(await faults('rights/silence, rights/other')).toEqual([]);
});

test('an urgent entry after one that is not is told', async () => {
  const urgent = { urgent: 'true' };
  expect(await faults('rights/silence, rights/other', command, urgent)).toEqual([
    'pack.yaml: `order` of rights has the urgent rights/other after rights/silence, which is not urgent',
  ]);
  expect(await faults('rights/other, rights/silence', command, urgent)).toEqual([]);
});

test('a topic without a command shows no list, so it needs no order', async () => {
  expect(await faults('', '')).toEqual([]);
});
