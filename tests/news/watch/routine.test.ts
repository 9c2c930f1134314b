import { describe, expect, it } from 'vitest';
import { docketEvent } from '../../../src/news/sources/docket-event.ts';
import { noiseRules, routineOf } from '../../../src/news/watch/routine.ts';

/** Judged as the watcher does: the event comes from how the text begins. */
const judge = (quote: string) => routineOf({ event: docketEvent(quote) ?? 'filing', quote });

/** Invented docket texts, in the words clerks use. */
const noise = {
  'pro-hac-vice': [
    'MOTION for Leave to Appear Pro Hac Vice Filing fee $ 1, receipt number TEST-1.',
    'MOTION by Attorney Test Person for leave to appear pro hac vice as additional appearance',
    'APPLICATION for admission pro hac vice (Attachments: # 1 Certificate of Good Standing, # 2 Proposed Order)',
  ],
  appearance: [
    'ATTORNEY Appearance for Defendant Example State by Test Counsel',
    'NOTICE of Appearance by Test Counsel on behalf of Test Party',
    'Appearance of Test Counsel',
  ],
  disclosure: [
    'CORPORATE Disclosure Statement by Test Party',
    'NOTIFICATION of Affiliates pursuant to Local Rule 3.2',
    'Certificate of Interested Entities by Test Party',
    'NOTICE of Disclosure Statement by Test Party',
  ],
  'scheduling-minute': [
    'MINUTE entry before the Honorable Test Judge: Status hearing set for 4/1/2099 at 9:30 a.m.',
    'MINUTE entry before the Honorable Test Judge: Status hearing held. Joint status report due by 3/30/2099. Mailed notice (tst, )',
    'MINUTE entry before the Honorable Test Judge: Motion hearing set for 5/5/2099 is stricken and reset to 5/9/2099. No appearance is necessary. Mailed notice',
    'MINUTE entry before the Honorable Test Judge: Telephonic conference continued to 6/6/2099. Persons granted remote access to proceedings are reminded of the general prohibition against recording. Emailed notice (tst, )',
  ],
};

const news = [
  'MINUTE entry before the Honorable Test Judge: Status hearing set for 4/1/2099. Nonetheless, the motion is GRANTED.',
  'MINUTE entry before the Honorable Test Judge: Motion to dismiss is denied. Status hearing set for 4/1/2099.',
  'MINUTE entry before the Honorable Test Judge: Motion hearing held. The court takes the matter under advisement.',
  'MINUTE entry before the Honorable Test Judge: The preliminary injunction is extended to 4/1/2099.',
  'MINUTE entry before the Honorable Test Judge: Case dismissed with prejudice. Status hearing is stricken.',
  'MINUTE entry before the Honorable Test Judge:',
  'ORDER granting motion for leave to appear pro hac vice',
  'ORDER setting the briefing schedule',
  'MOTION for leave to appear pro hac vice, which the court grants',
  'MOTION to strike the appearance of Test Counsel',
  'MOTION to compel disclosure of documents',
  'MOTION by Test Party to dismiss',
  'NOTICE of appeal by Test Party',
  'NOTICE of disclosure of a settlement',
  'MEMORANDUM Opinion and Order',
  'JUDGMENT: the appearance of things notwithstanding',
  `MINUTE entry before the Honorable Test Judge: ${'Status hearing set for 4/1/2099. '.repeat(40).trim()}…`,
  '',
];

describe('noise', () => {
  it('has examples for every rule', () => {
    expect(Object.keys(noise)).toEqual(Object.keys(noiseRules));
  });

  it.each(Object.entries(noise).flatMap(([rule, texts]) => texts.map(text => [rule, text])))(
    '%s holds back “%s”',
    (rule, text) => expect(judge(text)).toBe(rule),
  );

  it.each(news)('lets through “%s”', text => expect(judge(text)).toBeUndefined());

  it('never holds back an order, an opinion, a judgment or a mandate', () => {
    const texts = Object.values(noise).flat();
    for (const event of ['order', 'opinion', 'judgment', 'mandate']) {
      expect(texts.map(quote => routineOf({ event, quote }))).toEqual(texts.map(() => undefined));
    }
  });

  it.each([
    'granted',
    'GRANTS',
    'denied',
    'dismissed',
    'vacated',
    'stayed',
    'enjoined',
    'affirmed',
    'reversed',
    'remanded',
  ])('never holds back a text with “%s”', word => {
    for (const text of Object.values(noise).flat()) expect(judge(`${text} Motion ${word}.`)).toBeUndefined();
  });
});
