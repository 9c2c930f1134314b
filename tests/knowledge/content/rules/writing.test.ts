import { describe, expect, test } from 'vitest';
import { doubtComesLast } from '../../../../src/knowledge/content/rules/doubt.ts';
import { legalWordsExplained } from '../../../../src/knowledge/content/rules/legal-words.ts';
import { readsEasily } from '../../../../src/knowledge/content/rules/reads-easily.ts';
import { shortEnough } from '../../../../src/knowledge/content/rules/short-enough.ts';
import { urgentFirstScreen } from '../../../../src/knowledge/content/rules/urgent-first-screen.ts';
import { developmentText } from '../folder.ts';
import { checkData, faultsOf, other, silence } from './faults-of.ts';

const en = 'rights/silence.en.md';
const es = 'rights/silence.es.md';
const urgent = { urgent: 'true' };
const lines = '- Stay calm.\n- Keep the door closed.\n- Say nothing.';
const number = 'Call <+18555550100>, day and night.';

test('a development above grade 8 is told, an easy one is not', async () => {
  const hard =
    'Notwithstanding jurisdictional considerations, administrative authorities occasionally misrepresent constitutional limitations.';
  const file = 'developments/2025-07-25-ruling.en.md';
  expect(await faultsOf(readsEasily, { [file]: developmentText({}, hard) })).toEqual([
    expect.stringContaining(`${file}: reads at grade`),
  ]);
  expect(await faultsOf(readsEasily, {})).toEqual([]);
});

test('an English answer over 900 characters is told; a Spanish one may be longer', async () => {
  const faults = await faultsOf(shortEnough, silence('x'.repeat(901), 'x'.repeat(1200)));
  expect(faults).toEqual([expect.stringContaining(`${en}: the answer has 901 characters; at most 900`)]);
  expect(await faultsOf(shortEnough, silence('x'.repeat(900), 'x'))).toEqual([]);
});

describe('an urgent entry', () => {
  test.each([
    ['three lines and a number', `${lines}\n${number}\n\nThe rest.`],
    ['one line and a number after a blank one', `**Get out of danger.**\n\nCall 911.\n\nThe rest.`],
    ['a number in its lines, and then the number', `- Hurt? Call 911.\n${number}`],
  ])('with %s is right', async (_name, body) => {
    expect(await faultsOf(urgentFirstScreen, silence(body, body, urgent))).toEqual([]);
  });

  test.each([
    ['no number', lines],
    ['four lines before it', `${lines}\n- Write it down.\n${number}`],
    ['the number alone', `${number}\n\nThe rest. And more of it.`],
    ['a number that cannot be tapped', `${lines}\nCall 1-855-555-0100.`],
  ])('with %s is told', async (_name, body) => {
    const good = `${lines}\n${number}`;
    expect(await faultsOf(urgentFirstScreen, silence(good, body, urgent))).toEqual([
      expect.stringContaining(`${es}: is urgent, so it begins with one to three short lines`),
    ]);
    expect(await faultsOf(urgentFirstScreen, silence(good, body))).toEqual([]);
  });

  test('that does not fit a phone or tells of the past is told', async () => {
    const title = `${'What do I do now? '.repeat(5)}`.trim();
    const body = `- ${'Do not open the door. '.repeat(4)}\n${number}`;
    const front = { ...urgent, status: 'historical', describes: '"2017"', since: 'It is over since 2021.' };
    const faults = await faultsOf(
      urgentFirstScreen,
      silence(body, `${lines}\n${number}`, { ...front, title }),
    );
    expect(faults).toEqual([
      expect.stringContaining(`${en}: is urgent, so it cannot be historical`),
      expect.stringContaining(`${en}: the title of an urgent entry has 89 characters; 75 fit`),
      expect.stringContaining(`${en}: a first line has`),
      expect.stringContaining(`${es}: is urgent, so it cannot be historical`),
    ]);
  });
});

describe('what could not be confirmed', () => {
  const rule = doubtComesLast(
    checkData({ doubts: { en: ['could not confirm'], es: ['no pudimos confirmar'] } }),
  );
  const doubtEn = 'We could not confirm when.';
  const doubtEs = 'No pudimos confirmar cuándo.';

  test('may stand in the last line', async () => {
    expect(await faultsOf(rule, silence(`Yes.\n\n${doubtEn}`, `Sí.\n\n${doubtEs}`))).toEqual([]);
  });

  test('is told anywhere else, in each language', async () => {
    expect(await faultsOf(rule, silence(`${doubtEn}\n\nYes.`, `- ${doubtEs}\n- Sí.`))).toEqual([
      expect.stringContaining(`${en}: says before its last line`),
      expect.stringContaining(`${es}: says before its last line`),
    ]);
  });

  test('is told where more than a fifth of the entries say it', async () => {
    const faults = await faultsOf(rule, { ...silence(doubtEn, 'Sí.'), ...other(doubtEn, doubtEs) });
    expect(faults).toEqual([
      expect.stringContaining('all entries (en): 2 of 2 entries say that something could not be confirmed'),
    ]);
  });
});

describe('a legal word', () => {
  const word = {
    en: { words: ['detainer', 'detainers'], explained: ['request'] },
    es: { words: ['detainer'], explained: ['solicitud'] },
  };
  const rule = legalWordsExplained(checkData({ legalWords: { detainer: word } }));

  test('that is explained, or is only part of another word, is right', async () => {
    const faults = await faultsOf(
      rule,
      silence('A detainer is a request to hold a person. Detainers are common.', 'Los detaineres.'),
    );
    expect(faults).toEqual([]);
  });

  test('that is not explained, or only far below, is told in each language', async () => {
    const late = `No detainer holds you.\n\n${'You may stay silent. '.repeat(12)}\n\nIt is a request.`;
    expect(await faultsOf(rule, silence(late, 'Un “detainer” no basta.'))).toEqual([
      expect.stringContaining(`${en}: uses “detainer” without explaining it`),
      expect.stringContaining(`${es}: uses “detainer” without explaining it`),
    ]);
  });
});
