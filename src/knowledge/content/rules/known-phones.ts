import { type CheckData, checkFile } from '../check-file.ts';
import type { Fault, Knowledge } from '../entry.ts';
import { figuresOf } from '../figures.ts';
import type { KnowledgeRule } from '../load.ts';
import { digitsOf, phoneNumbers, tappable } from '../phone-numbers.ts';
import { type Text, textsOf } from './texts.ts';

/** A day or month this close behind a number is the number's. */
const near = 60;

/**
 * Phone numbers in texts: each is one of `hotlines.yaml` (or of `phones` in `check.yaml`), can be tapped, and has no other day than there. One that
 * nobody has called yet has its day beside it.
 */
export const knownPhones =
  (data: CheckData): KnowledgeRule =>
  knowledge => {
    const known = knownNumbers(knowledge, data);
    return [
      ...sourceFaults(knowledge, data),
      ...Array.from(textsOf(knowledge)).flatMap(text =>
        text.whole
          .split('\n')
          .flatMap(line => lineFaults(line, text, known).map(reason => ({ file: text.file, reason }))),
      ),
    ];
  };

interface Known {
  readonly asOf: string;
  readonly where: string;
  readonly mustBeDated: boolean;
}

function knownNumbers({ hotlines }: Knowledge, { phones }: CheckData): ReadonlyMap<string, Known> {
  return new Map(
    [
      ...phones.map(({ number, asOf }) => [number, { asOf, where: checkFile, mustBeDated: false }] as const),
      ...hotlines.flatMap(({ phone, asOf, callBeforeUse }) =>
        phone ? [[phone, { asOf, where: 'hotlines.yaml', mustBeDated: callBeforeUse }] as const] : [],
      ),
    ].map(([phone, known]) => [digitsOf(phone), known]),
  );
}

function* lineReasons(line: string, text: Text, known: ReadonlyMap<string, Known>): Iterable<string> {
  const numbers = phoneNumbers(line);
  const days = figuresOf(line, text.language).filter(({ kind }) => kind === 'day' || kind === 'month');
  for (const [index, { digits, written, at }] of numbers.entries()) {
    const record = known.get(digits);
    if (!record) {
      yield `the number ${written} is not in hotlines.yaml: add it there, or with its source under \`phones\` in check.yaml`;
      continue;
    }
    if (!written.startsWith('<')) yield `the number ${written} cannot be tapped: write ${tappable(written)}`;
    const until = Math.min(at + written.length + near, numbers[index + 1]?.at ?? Number.POSITIVE_INFINITY);
    const day = days.find(each => each.at > at && each.at < until)?.value;
    if (day !== undefined && !record.asOf.startsWith(day))
      yield `gives the number ${written} the day ${day}, but it is of ${record.asOf} in ${record.where}`;
    if (day === undefined && record.mustBeDated)
      yield `the number ${written} has not been called yet (\`callBeforeUse\`): say beside it “as of” ${record.asOf}`;
  }
}

const lineFaults = (...given: Parameters<typeof lineReasons>): string[] => [...lineReasons(...given)];

function sourceFaults({ sources }: Knowledge, { phones }: CheckData): Fault[] {
  return phones.flatMap(({ number, sources: keys }) =>
    keys
      .filter(key => !sources.has(key))
      .map(key => ({
        file: checkFile,
        reason: `${number}: the source \`${key}\` is not in sources.yaml`,
      })),
  );
}
