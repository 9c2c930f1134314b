import { describe, expect, test } from 'vitest';
import { daysOnRecord } from '../../../../src/knowledge/content/rules/days-on-record.ts';
import { knownPhones } from '../../../../src/knowledge/content/rules/known-phones.ts';
import { likeSentencesAgree } from '../../../../src/knowledge/content/rules/like-sentences-agree.ts';
import { notCopied } from '../../../../src/knowledge/content/rules/not-copied.ts';
import { sameInEveryLanguage } from '../../../../src/knowledge/content/rules/same-in-every-language.ts';
import { checkData, faultsOf, other, silence } from './faults-of.ts';

const en = 'rights/silence.en.md';
const es = 'rights/silence.es.md';

describe('a phone number', () => {
  const rule = knownPhones(checkData({}));
  const both = (text: string) => silence(text, text);
  const hotline = (more: string) =>
    `- { id: help, name: { en: Help, es: Ayuda }, purpose: { en: Legal help, es: Ayuda legal }, phone: 1-855-555-0100, first: true, sources: [act], asOf: 2025-01-22${more} }`;

  test('of a hotline, to tap, is right; so are 911, bills and dates', async () => {
    expect(
      await faultsOf(rule, both('Call <+18555550100>, 911 or 988. HB 1312, 100-0463, 2025-07-25.')),
    ).toEqual([]);
  });

  test('that stands nowhere on record is told, however it is written', async () => {
    for (const written of ['<+13125550199>', '1-312-555-0199', '312-555-0199', '(312) 555-0199']) {
      const faults = await faultsOf(rule, both(`Call ${written}.`));
      expect(faults, written).toEqual([
        expect.stringContaining(`${en}: the number ${written} is not in hotlines.yaml`),
        expect.stringContaining(`${es}: the number ${written} is not in hotlines.yaml`),
      ]);
    }
  });

  test('may stand in check.yaml instead, with a source that exists', async () => {
    const phone = (source: string) => ({
      number: '1-312-555-0199',
      what: 'A court',
      sources: [source],
      asOf: '2025-01-22',
    });
    const text = both('Call <+13125550199>.');
    expect(await faultsOf(knownPhones(checkData({ phones: [phone('act')] })), text)).toEqual([]);
    expect(await faultsOf(knownPhones(checkData({ phones: [phone('nowhere')] })), text)).toEqual([
      'check.yaml: 1-312-555-0199: the source `nowhere` is not in sources.yaml',
    ]);
  });

  test('that a thumb cannot tap is told', async () => {
    expect(await faultsOf(rule, silence('Call 1-855-555-0100.', 'Llame.'))).toEqual([
      `${en}: the number 1-855-555-0100 cannot be tapped: write <+18555550100>`,
    ]);
  });

  test('has the day of hotlines.yaml in every language', async () => {
    const text = (day: string, dia: string) =>
      silence(`Call <+18555550100> (as of ${day}).`, `Llame al <+18555550100> (al ${dia}).`);
    expect(await faultsOf(rule, text('22 January 2025', '22 de enero de 2025'))).toEqual([]);
    expect(await faultsOf(rule, text('January 2025', 'enero de 2025'))).toEqual([]);
    expect(await faultsOf(rule, text('9 October 2025', '22 de enero de 2025'))).toEqual([
      `${en}: gives the number <+18555550100> the day 2025-10-09, but it is of 2025-01-22 in hotlines.yaml`,
    ]);
  });

  test('that nobody has called yet has its day beside it', async () => {
    const files = { 'hotlines.yaml': hotline(', callBeforeUse: true') };
    const faults = await faultsOf(rule, {
      ...files,
      ...silence('Call <+18555550100> (as of 22 January 2025).', 'Llame al <+18555550100>.'),
    });
    expect(faults).toEqual([
      expect.stringContaining(`${es}: the number <+18555550100> has not been called yet`),
    ]);
  });
});

describe('languages', () => {
  test('that state the same figures in their own spelling are right', async () => {
    const faults = await faultsOf(
      sameInEveryLanguage,
      silence(
        'On 25 July 2025 it cost $3.2 million, 4,353 people and 35 percent in 48 hours. In May 2017. <+18555550100>',
        'El 25 de julio de 2025 costó 3.2 millones de dólares, 4,353 personas y el 35 por ciento en 48 horas. En mayo de 2017. <+18555550100>',
      ),
    );
    expect(faults).toEqual([]);
  });

  test('that differ in a day, an amount or a number are told, both ways', async () => {
    const faults = await faultsOf(
      sameInEveryLanguage,
      silence(
        'On 25 July 2025 it cost $3.2 million. Call <+18555550100>.',
        'El 25 de julio costó $3.2 mil millones. Llame al <+18555550101>.',
      ),
    );
    expect(faults).toEqual([
      `${es}: does not say 2025-07-25, as the text in en does`,
      `${es}: does not say $3200000, as the text in en does`,
      `${es}: does not say 18555550100, as the text in en does`,
      `${es}: says --07-25; the text in en does not`,
      `${es}: says $3200000000; the text in en does not`,
      `${es}: says 18555550101; the text in en does not`,
    ]);
  });
});

describe('a day', () => {
  const rule = daysOnRecord(checkData({ days: { '2019-06-21': 'A law was signed.' } }));

  test('of a development, a source, the entry, a hotline or check.yaml is right', async () => {
    const text =
      'It was dismissed on 25 July 2025 and signed on August 28, 2017. As of 22 January 2025. In June 2019. On 21 June.';
    expect(await faultsOf(rule, silence(text, 'Sí.'))).toEqual([]);
  });

  test('that stands nowhere on record is told, with the one that may be meant', async () => {
    expect(await faultsOf(rule, silence('It was dismissed on 24 July 2025.', 'Sí.'))).toEqual([
      `${en}: names 2025-07-24, which is the day of no development and of none of its sources (2025-07-25 is; is that what is meant?). If it is right, add it under \`days\` in check.yaml`,
    ]);
    expect(await faultsOf(rule, silence('It began in May 2019, on 3 March.', 'Sí.'))).toEqual([
      expect.stringContaining('names 2019-05'),
      expect.stringContaining('names --03-03'),
    ]);
  });
});

describe('like sentences', () => {
  const rule = likeSentencesAgree(checkData({}));
  const days = (count: number) => `The judge extended the settlement by ${count} days.`;
  const later = (count: number) => `Last year the judge extended that settlement by ${count} days.`;

  test('of two entries may not give two figures', async () => {
    const files = { ...silence(days(118), 'Sí.'), ...other(later(120), 'Sí.') };
    const [fault, ...more] = await faultsOf(rule, files);
    expect(fault).toContain('says 118 where rights/other.en.md says 120');
    expect(more).toEqual([]);
    const different = [{ figures: ['120', '118'], why: 'Two judges.' }];
    expect(await faultsOf(likeSentencesAgree(checkData({ different })), files)).toEqual([]);
  });

  test('may give the same figure, or be about other things', async () => {
    expect(await faultsOf(rule, { ...silence(days(118), 'Sí.'), ...other(later(118), 'Sí.') })).toEqual([]);
    const elsewhere = 'A guardian may look after a child for 365 days.';
    expect(await faultsOf(rule, { ...silence(days(118), 'Sí.'), ...other(elsewhere, 'Sí.') })).toEqual([]);
  });

  test('may not give two amounts of money or two shares', async () => {
    const money = (amount: string) => `Chicago's yearly Byrne grant was about ${amount} then.`;
    const faults = await faultsOf(rule, {
      ...silence(money('$3.2 million'), 'Sí.'),
      ...other(money('$2.3 million'), 'Sí.'),
    });
    expect(faults).toEqual([expect.stringContaining('says $3200000 where rights/other.en.md says $2300000')]);
  });
});

describe('words of an original', () => {
  const originals = new Map([
    ['article.txt', 'The mayor said that the city would stand firm against any threat to its people.'],
  ]);

  test('seven in a row are nobody’s; eight and more are copied', async () => {
    const rule = notCopied(originals, checkData({}));
    expect(await faultsOf(rule, silence('He said the city would stand firm against any.', 'Sí.'))).toEqual(
      [],
    );
    const copied = 'Still, “**the city** would stand firm\nagainst any threat to its” rules, he said.';
    expect(await faultsOf(rule, silence(copied, 'Sí.'))).toEqual([
      `${en}: has 10 words in a row from article.txt: “the city would stand firm against any threat to its”; say it in your own words`,
    ]);
  });

  test('in an address are no words', async () => {
    const address = 'https://example.org/a/b/c/d/e/f/g/h/i';
    const rule = notCopied(new Map([['facts.md', `See ${address}.`]]), checkData({}));
    expect(await faultsOf(rule, silence(`See <${address}>.`, `Vea <${address}>.`))).toEqual([]);
  });

  test('that may be repeated are left alone', async () => {
    const verbatim = ['the city would stand firm against any threat'];
    const rule = notCopied(originals, checkData({ verbatim }));
    expect(await faultsOf(rule, silence('The city would stand firm against any threat.', 'Sí.'))).toEqual([]);
  });
});
