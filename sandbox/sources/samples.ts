/** A filing in the docket of the stand-in. */
export interface Filing {
  /** The end of its address: `entry-901`; minute entries have no number. */
  readonly anchor: string;
  /** As CourtListener calls it, without the case. */
  readonly title: string;
  /** The day it was filed, at the court's source: `2026-03-12`. */
  readonly day: string;
  readonly text: string;
}

/** What a court does in turn; `edited` is the text of the newest order, corrected. */
export const sampleNames = ['order', 'appeal', 'minute', 'edited'] as const;
export type SampleName = (typeof sampleNames)[number];

/** Nobody is to take an invented filing for a real one, wherever its text is shown. */
const sample = (text: string) => `SAMPLE DATA – not a real docket entry: ${text}`;

const order = 'ORDER: The sample motion is GRANTED in part and DENIED in part.';

/** What is in the docket before anything is filed. */
export const oldFiling = (day: string): Filing =>
  numbered(900, day, 'COMPLAINT filed by Sample Party; Filing fee $ 1.');

/** The docket with what a court does next, newest first; `count` is how often it did something before. */
export function withSample(filings: readonly Filing[], count: number, day: string): readonly Filing[] {
  const number = 901 + count;
  switch (sampleAt(count)) {
    case 'order':
      return [numbered(number, day, `${order} Responses are due in 14 days.`), ...filings];
    case 'appeal':
      return [
        numbered(number, day, `NOTICE of appeal by Sample Party regarding order ${number - 1}.`),
        ...filings,
      ];
    case 'minute': {
      const text =
        'MINUTE entry before the Honorable Sample Judge: Status hearing is reset for 9:30 a.m. next week. ' +
        'No appearance is necessary before that. (Mailed notice)';
      const title = `Minute entry from ${day}`;
      return [{ anchor: `minute-entry-${990_000_000 + number}`, title, day, text: sample(text) }, ...filings];
    }
    case 'edited': {
      const newest = filings.find(({ text }) => text.startsWith(sample(order)));
      const text = sample(`${order} Responses are due in 21 days. (Corrected text)`);
      return filings.map(filing => (filing === newest ? { ...filing, text } : filing));
    }
  }
}

/** What a court does after it did something `count` times. */
export const sampleAt = (count: number): SampleName => sampleNames[count % sampleNames.length] ?? 'order';

const numbered = (number: number, day: string, text: string): Filing => ({
  anchor: `entry-${number}`,
  title: `Entry #${number}`,
  day,
  text: sample(text),
});
