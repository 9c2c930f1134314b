import { fallbackLanguage, languages, ownName } from '../../i18n/languages.ts';
import type { CheckData } from '../content/check-file.ts';
import type { Knowledge } from '../content/entry.ts';
import { readingGrade } from '../content/reading-grade.ts';
import { doubtShare } from '../content/rules/doubt.ts';
import { dueByMonth } from '../content/rules/reviews-are-spread.ts';
import { textsOf } from '../content/rules/texts.ts';
import { sourceKeys } from '../content/source-ref.ts';
import { list, percent, table } from './layout.ts';

/** Above this median, texts are harder than they need be; no fault, because a few hard subjects move it. */
const easyMedian = 6;

/** What `npm run knowledge` prints of content that is in order: tables and lists, a line each. `today` is an ISO day. */
export function knowledgeTables(knowledge: Knowledge, data: CheckData, today: string): string[] {
  return [
    ...byTopic(knowledge),
    '',
    ...gradeAndLength(knowledge),
    '',
    ...dueMonths(knowledge, today),
    '',
    ...doubts(knowledge, data),
    '',
    ...sources(knowledge),
  ];
}

function byTopic({ entries, pack }: Knowledge): string[] {
  const all = [...entries.values()];
  const statuses = ['current', 'open', 'historical'] as const;
  const head = ['topic'.padEnd(11), 'entries', ...statuses, 'urgent'];
  const row = (name: string, some: typeof all) => [
    name,
    `${some.length} entries`,
    ...statuses.map(status => some.filter(entry => entry.status === status).length),
    some.filter(({ urgent }) => urgent).length,
  ];
  return table([
    head,
    ...pack.topics.map(({ id }) =>
      row(
        id,
        all.filter(entry => entry.topic === id),
      ),
    ),
    row('all', all),
  ]);
}

function gradeAndLength(knowledge: Knowledge): string[] {
  const texts = [...textsOf(knowledge, [fallbackLanguage])];
  const entries = texts.filter(({ entry }) => entry);
  const row = (what: string, some: typeof texts, measure: (body: string) => number, digits: number) => {
    const measured = some
      .map(({ id, body }) => ({ id, value: measure(body) }))
      .sort((a, b) => a.value - b.value);
    const last = measured.at(-1);
    return [
      what,
      middle(measured.map(({ value }) => value)).toFixed(digits),
      last?.value.toFixed(digits) ?? '–',
      last?.id ?? '–',
    ];
  };
  const developments = texts.filter(({ entry }) => !entry);
  const median = middle(entries.map(({ body }) => readingGrade(body)));
  return [
    ...table([
      [ownName(fallbackLanguage), 'median', 'most', 'in'],
      row('entries: grade', entries, readingGrade, 1),
      row('entries: characters', entries, body => body.length, 0),
      row('developments: grade', developments, readingGrade, 1),
      row('developments: characters', developments, body => body.length, 0),
    ]),
    ...(median > easyMedian
      ? [`Warning: the entries’ median grade is ${median.toFixed(1)}; at most ${easyMedian} is wanted.`]
      : []),
  ];
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [a = 0, b = a] = sorted.length % 2 ? [sorted[half]] : [sorted[half - 1], sorted[half]];
  return (a + b) / 2;
}

function dueMonths(knowledge: Knowledge, today: string): string[] {
  const months = dueByMonth(knowledge);
  const all = months.reduce((sum, [, count]) => sum + count, 0);
  const thisMonth = today.slice(0, 7);
  const past = months.filter(([month]) => month < thisMonth).reduce((sum, [, count]) => sum + count, 0);
  const toCome = months.filter(([month]) => month >= thisMonth);
  const [biggest, most] = toCome.reduce((a, b) => (b[1] > a[1] ? b : a), ['–', 0] as const);
  const row = (name: string, count: number) => [name, count, percent(count, all)];
  return [
    ...table([
      ['due for review', 'entries', 'share'],
      ...(past > 0 ? [row(`before ${thisMonth}`, past)] : []),
      ...toCome.map(([month, count]) => row(month, count)),
    ]),
    `The fullest month to come is ${biggest}: ${percent(most, all)} of the ${all} entries with a day.`,
  ];
}

function doubts(knowledge: Knowledge, data: CheckData): string[] {
  const { doubts } = data;
  if (!doubts) return ['“Could not confirm” is not counted: check.yaml has no `doubts`.'];
  return languages.map(language => {
    const { doubtful, all } = doubtShare(knowledge, doubts, language);
    return `“Could not confirm” stands in ${doubtful} of ${all} entries (${language}): ${percent(doubtful, all)}.`;
  });
}

function sources({ entries, developments, hotlines, sources }: Knowledge): string[] {
  const used = new Set(
    [...entries.values(), ...developments, ...hotlines].flatMap(item => sourceKeys(item.sources)),
  );
  const without = [...sources].filter(([, { url }]) => !url).map(([key]) => key);
  const unused = [...sources.keys()].filter(key => !used.has(key));
  return [
    `${developments.length} developments, ${sources.size} sources, ${hotlines.length} hotlines`,
    list(`${without.length} sources without address`, without),
    list(`${unused.length} sources that nothing uses`, unused),
  ];
}
