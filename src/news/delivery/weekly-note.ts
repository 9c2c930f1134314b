import { z } from 'zod';
import type { Language } from '../../i18n/language.ts';
import { newsroomWords } from '../../i18n/words/newsroom.ts';
import type { Knowledge } from '../../knowledge/content/entry.ts';
import { plain } from '../../messaging/markdown.ts';
import type { Reply } from '../../messaging/reply.ts';
import type { Collection } from '../../storage/store.ts';
import { type Delivery, deliveryDue, deliverySchema, inReach, isOpen, plan } from '../model/delivery.ts';
import { nextTime } from '../subscriptions/schedule.ts';
import { defaultZone } from '../subscriptions/time-zone.ts';

const weeklySchema = z.strictObject({
  nextAt: z.iso.datetime(),
  delivery: deliverySchema.optional(),
});
export type Weekly = Readonly<z.infer<typeof weeklySchema>>;

/** One document a community with a review channel: `weekly:GUILD`. */
export const weeklyCollection: Collection<Weekly> = {
  name: 'weekly',
  schema: weeklySchema,
  dueAt: ({ nextAt, delivery }) => deliveryDue(delivery) ?? new Date(nextAt),
};

const nextNote = (now: Date): string => nextTime('weekly mon 09:00', defaultZone, now).toISOString();

/** The document of a community that has none yet. */
export const newWeekly = (now: Date): Weekly => ({ nextAt: nextNote(now) });

/** The document with times that a wrong clock put too far ahead corrected; the same object otherwise. */
export function correctedNote(weekly: Weekly, now: Date): Weekly {
  const next = nextNote(now);
  const delivery = isOpen(weekly.delivery) ? inReach(weekly.delivery, now) : weekly.delivery;
  const late = weekly.nextAt > next;
  if (!late && delivery === weekly.delivery) return weekly;
  return { ...weekly, ...(late && { nextAt: next }), ...(delivery && { delivery }) };
}

/** What moderators should look after. */
export interface Chores {
  /** Titles of answers past the day for their check. */
  readonly overdue: readonly string[];
  /** Names of sources that do not answer. */
  readonly failing: readonly string[];
  /** Cards that wait. */
  readonly waiting: number;
  /** Reports from members of the last seven days. */
  readonly reports: number;
}

export const isNothing = ({ overdue, failing, waiting, reports }: Chores): boolean =>
  overdue.length + failing.length + waiting + reports === 0;

/** Titles of the knowledge entries past the day for their check. */
export const overdueTitles = (knowledge: Knowledge, language: Language, now: Date): string[] =>
  [...knowledge.entries.values()]
    .filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < now.toISOString().slice(0, 10))
    .map(entry => entry.text[language].title);

/** The document with this week's note planned where it is time, there is something to say and somewhere to say it. */
export function plannedNote(weekly: Weekly, { guildId, reviewChannel, chores, now }: NoteFacts): Weekly {
  if (isOpen(weekly.delivery) || new Date(weekly.nextAt) > now) return weekly;
  const next = { ...weekly, nextAt: nextNote(now) };
  if (!reviewChannel || isNothing(chores)) return next;
  // Nonces are one space for all communities.
  const week = Math.floor(now.getTime() / (7 * 86_400_000)).toString(36);
  return { ...next, delivery: plan(`w${BigInt(guildId).toString(36)}${week}`, reviewChannel, now) };
}

interface NoteFacts {
  readonly guildId: string;
  readonly reviewChannel: string | undefined;
  readonly chores: Chores;
  readonly now: Date;
}

const listed = 8;

/** The note. Its button carries the mark of its delivery. */
export function noteReply(chores: Chores, delivery: Delivery, language: Language): Reply {
  const words = newsroomWords[language].weekly;
  const list = (heading: (count: number) => string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [
          [
            heading(items.length),
            ...items.slice(0, listed).map(item => `- ${plain(item)}`),
            ...(items.length > listed ? [`- ${words.more(items.length - listed)}`] : []),
          ].join('\n'),
        ];
  const text = [
    ...(chores.waiting > 0 ? [words.waiting(chores.waiting)] : []),
    ...(chores.reports > 0 ? [words.reports(chores.reports)] : []),
    ...list(words.overdue, chores.overdue),
    ...list(words.failing, chores.failing),
  ].join('\n\n');
  return {
    title: words.title,
    text,
    full: true,
    rows: [[{ label: newsroomWords[language].showStatus, route: ['news', 'status', delivery.id] }]],
    visibility: 'channel',
    language,
  };
}
