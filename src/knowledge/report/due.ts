import type { Knowledge } from '../content/entry.ts';
import { list } from './layout.ts';

const day = 86_400_000;

/** The entries past the day on which someone should have looked again. `today` is an ISO day. */
export function overdue(knowledge: Knowledge, today: string): string {
  const late = dated(knowledge).filter(({ reviewBy }) => reviewBy < today);
  return list(`${late.length} overdue for review`, late.map(line));
}

/** What `npm run knowledge -- --due DAYS` prints: the entries that fall due in so many days, the overdue ones first. */
export function dueWithin(knowledge: Knowledge, today: string, days: number): string[] {
  const last = new Date(Date.parse(today) + days * day).toISOString().slice(0, 10);
  const coming = dated(knowledge).filter(({ reviewBy }) => reviewBy >= today && reviewBy <= last);
  return [overdue(knowledge, today), list(`${coming.length} due for review by ${last}`, coming.map(line))];
}

interface Dated {
  readonly id: string;
  readonly reviewBy: string;
}

const line = ({ id, reviewBy }: Dated): string => `${id} (${reviewBy})`;

function dated({ entries }: Knowledge): Dated[] {
  return [...entries.values()]
    .flatMap(({ id, reviewBy }) => (reviewBy === undefined ? [] : [{ id, reviewBy }]))
    .sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : 0));
}
