import { fallbackLanguage } from '../../../i18n/languages.ts';
import type { CheckData } from '../check-file.ts';
import type { Fault, Knowledge } from '../entry.ts';
import { figuresOf } from '../figures.ts';
import type { KnowledgeRule } from '../load.ts';
import { sourceKeys } from '../source-ref.ts';
import { type Text, textsOf } from './texts.ts';

/**
 * Days and months that texts name and that stand nowhere on record: an event has one day in all texts when each day is a development's, a source's of
 * the text, its `asOf`, a hotline's, or one of `days` in `check.yaml`. Looked at in English; the other languages must state the same.
 */
export const daysOnRecord =
  ({ days }: CheckData): KnowledgeRule =>
  knowledge => {
    const events = [
      ...knowledge.developments.map(({ date }) => date),
      ...knowledge.hotlines.map(({ asOf }) => asOf),
      ...Object.keys(days),
    ];
    return Array.from(textsOf(knowledge, [fallbackLanguage])).flatMap(text => {
      const recorded = [...events, ...daysOf(text, knowledge)];
      return datesIn(text)
        .filter(date => !recorded.some(day => matches(day, date)))
        .map((date): Fault => ({ file: text.file, reason: reasonFor(date, recorded) }));
    });
  };

/** Its own day and those of its sources. */
function daysOf({ entry, id }: Text, { sources, developments }: Knowledge): string[] {
  const front = entry ?? developments.find(development => development.id === id);
  const keys = sourceKeys(front?.sources ?? []);
  return [front?.asOf ?? '', ...keys.map(key => sources.get(key)?.date ?? '')];
}

const datesIn = ({ whole }: Text): string[] => [
  ...new Set(
    figuresOf(whole, fallbackLanguage)
      .filter(({ kind, value }) => kind === 'day' || kind === 'month' || value.startsWith('--'))
      .map(({ value }) => value),
  ),
];

/** A month is on record with any of its days; a day without year with that day of any year. */
const matches = (day: string, date: string): boolean =>
  date.startsWith('--') ? day.endsWith(date.slice(1)) : day.startsWith(date);

function reasonFor(date: string, recorded: readonly string[]): string {
  const near = recorded.filter(day => day.length === 10 && day !== date && isNear(day, date))[0];
  const hint = near ? ` (${near} is; is that what is meant?)` : '';
  return `names ${date}, which is the day of no development and of none of its sources${hint}. If it is right, add it under \`days\` in check.yaml`;
}

/** Within a week, or the same day of another year. */
function isNear(day: string, date: string): boolean {
  if (date.length !== 10) return false;
  const apart = Math.abs(Date.parse(day) - Date.parse(date)) / 86_400_000;
  return apart <= 7 || day.slice(4) === date.slice(4);
}
