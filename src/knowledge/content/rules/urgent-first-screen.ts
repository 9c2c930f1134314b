import type { Fault } from '../entry.ts';
import { firstScreen } from '../first-screen.ts';
import type { KnowledgeRule } from '../load.ts';
import { type Text, textsOf } from './texts.ts';

/** Measured in a browser at 360 × 740: with these the buttons still stand on the first screen. */
const longestTitle = 75;
const longestLine = 80;

/** Urgent entries that do not begin with what to do and a number to call, short enough for the first screen of a phone. */
export const urgentFirstScreen: KnowledgeRule = knowledge =>
  Array.from(textsOf(knowledge)).flatMap(text => (text.entry?.urgent ? faultsOf(text) : []));

function faultsOf({ file, title, body, entry }: Text): Fault[] {
  const reasons: string[] = [];
  if (entry?.status === 'historical') reasons.push('is urgent, so it cannot be historical');
  if (title.length > longestTitle)
    reasons.push(
      `the title of an urgent entry has ${title.length} characters; ${longestTitle} fit a phone’s first screen`,
    );
  const first = firstScreen(body);
  if (!first)
    reasons.push(
      'is urgent, so it begins with one to three short lines of what to do and then a line with a number to call, such as <+18555550100>, 911 or 988',
    );
  for (const line of first ? [...first.lines, first.number] : []) {
    const { length } = line.replace(/\*\*|^[-*] |^\d+\. /g, '');
    if (length > longestLine)
      reasons.push(
        `a first line has ${length} characters; ${longestLine} fit a phone’s first screen: “${line}”`,
      );
  }
  return reasons.map(reason => ({ file, reason }));
}
