import { createHash } from 'node:crypto';
import { z } from 'zod';
import { forEvery, inLanguage, type Language, languages } from '../../i18n/languages.ts';
import { unmarked } from '../../i18n/untranslated.ts';
import { developmentKinds } from '../../knowledge/content/entry.ts';
import type { Collection } from '../../storage/store.ts';
import type { NewItem, NewsWords } from '../approved/news.ts';
import { wordLimits } from '../approved/news.ts';
import { deliveryDue, deliverySchema, inReach, isOpen, plan } from '../model/delivery.ts';
import { type Arrival, arrivalSchema } from '../model/finding.ts';

/** Words as a form gives them: any of them may still be missing. */
const draftWords = z.strictObject({
  headline: z.partialRecord(z.enum(languages), z.string().max(wordLimits.title)),
  summary: z.partialRecord(z.enum(languages), z.string().max(wordLimits.summary)),
  why: z.string().max(wordLimits.why),
});
export type DraftWords = Readonly<z.infer<typeof draftWords>>;

/** Words as they were kept before each language had its own form: `headline_en`, `summary_es` … */
const flatWords = z
  .record(z.string().regex(/^((headline|summary)_[a-z]{2}|why)$/), z.string())
  .transform((flat): DraftWords => {
    const part = (name: string) =>
      Object.fromEntries(languages.map(language => [language, flat[`${name}_${language}`] ?? '']));
    return { headline: part('headline'), summary: part('summary'), why: flat.why ?? '' };
  });

const instant = z.iso.datetime();

const cardSchema = z.strictObject({
  /** What a source showed; absent on a card written by hand. */
  finding: arrivalSchema.omit({ change: true }).optional(),
  kind: z.enum(developmentKinds),
  link: z.url({ protocol: /^https?$/ }).max(500),
  date: z.iso.date(),
  /** `draft`: the form of `/news add` was opened and not sent yet. */
  state: z.enum(['draft', 'waiting', 'held', 'ignored', 'approved', 'merged']),
  /** The source changed it after it was first shown. */
  edited: z.literal(true).optional(),
  words: z.union([draftWords, flatWords]).optional(),
  /** Who wrote the words: where a second moderator must approve, another one. */
  writer: z.string().optional(),
  entries: z.array(z.string()).max(25),
  /** Entries it may bear on, best first: what the card offers. */
  suggested: z.array(z.string()).max(25),
  /** What was merged into it. */
  also: z
    .array(z.strictObject({ title: z.string(), url: z.string() }))
    .max(9)
    .optional(),
  decided: z.strictObject({ by: z.string(), at: instant }).optional(),
  /** How the answers it was tagged with were settled. */
  settled: z.enum(['confirmed', 'dismissed']).optional(),
  at: instant,
  /** The card in the review channel. */
  delivery: deliverySchema.optional(),
  /** When the message in the review channel is to be brought up to date, and how often that was tried. */
  stale: z.strictObject({ at: instant, attempts: z.int().nonnegative() }).optional(),
});

/** A piece of news that moderators decide about. */
export type Card = Readonly<z.infer<typeof cardSchema>>;

const day = 86_400_000;
/** Milliseconds for which cards are kept: forms of `/news add` that were never sent, what was decided, what a rule holds back. */
const cardLife = { draft: day, decided: 60 * day, noise: 180 * day } as const;

/** One document a card: `card:GUILD:ID`. */
export const cardCollection: Collection<Card> = {
  name: 'card',
  schema: cardSchema,
  dueAt: card => {
    const times = [
      card.delivery?.state === 'sent' && card.stale ? new Date(card.stale.at) : undefined,
      deliveryDue(card.delivery),
      expiryOf(card),
    ];
    return times.filter(time => time !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
  },
};

export const cardKey = (guildId: string, id: string) => `${guildId}:${id}`;

/** When a card is forgotten; undefined for what waits. The watcher remembers by itself what it has shown. */
function expiryOf(card: Card): Date | undefined {
  const after = (milliseconds: number, from = card.at) => new Date(Date.parse(from) + milliseconds);
  if (card.state === 'draft') return after(cardLife.draft);
  if (card.state === 'held') return card.finding?.noise ? after(cardLife.noise) : undefined;
  return card.state === 'waiting' ? undefined : after(cardLife.decided, card.decided?.at);
}

/** True when its time is over. */
export const isOver = (card: Card, now: Date): boolean => (expiryOf(card) ?? now) < now;

/** A card's id, of its finding's: the same finding makes the same card of a community, and another one of another community. */
export const cardIdOf = (guildId: string, findingId: string): string =>
  createHash('sha256').update(`${guildId} ${findingId}`).digest('hex').slice(0, 16);

/**
 * The card after a finding arrived, once or several times; `reviewChannel` is where a new one is posted. Another wording, date or link changes the card
 * that is there and never makes one; what is approved keeps what was approved.
 */
export function arrived(
  card: Card | undefined,
  arrival: Arrival,
  { id, reviewChannel, suggested, now }: Arriving,
): Card | undefined {
  const { change, ...finding } = arrival;
  if (card) {
    if (card.finding?.hash === finding.hash) return card;
    const open = card.state !== 'approved' && card.state !== 'merged';
    const facts = open ? { link: finding.link, date: finding.date } : {};
    const next = stale({ ...card, ...facts, finding, edited: true }, now);
    const released = card.state === 'held' && !card.decided && !finding.noise;
    if (!released) return next;
    return { ...next, state: 'waiting', ...(reviewChannel && { delivery: plan(id, reviewChannel, now) }) };
  }
  if (change === 'edited') return undefined;
  return {
    finding,
    kind: finding.kind,
    link: finding.link,
    date: finding.date,
    state: finding.noise ? 'held' : 'waiting',
    entries: [],
    suggested: suggested.slice(0, 25),
    at: now.toISOString(),
    ...(reviewChannel && !finding.noise && { delivery: plan(id, reviewChannel, now) }),
  };
}

interface Arriving {
  readonly id: string;
  readonly reviewChannel: string | undefined;
  readonly suggested: readonly string[];
  readonly now: Date;
}

/** The card with what is to be done about its message put right where a wrong clock set it too far ahead; the same object otherwise. */
export function correctedCard(card: Card, now: Date): Card {
  const delivery = isOpen(card.delivery) ? inReach(card.delivery, now) : card.delivery;
  const due = card.stale && inReach(card.stale, now);
  if (delivery === card.delivery && due === card.stale) return card;
  return { ...card, ...(delivery && { delivery }), ...(due && { stale: due }) };
}

/** The card with its message in the review channel to be brought up to date. */
export const stale = (card: Card, now: Date): Card => ({
  ...card,
  stale: { at: now.toISOString(), attempts: 0 },
});

/** What members would read, where a headline and a summary are there in at least one language. */
export function wholeWords(words: DraftWords | undefined): NewsWords | undefined {
  if (!words) return undefined;
  const whole = languages.flatMap(language => {
    const title = words.headline[language]?.trim();
    const summary = words.summary[language]?.trim();
    return title && summary ? [[language, { title, summary }] as const] : [];
  });
  return whole.length > 0 ? Object.fromEntries(whole) : undefined;
}

/** What a form begins with: what was written before, else why the source is watched. */
export function wordsToBegin({ words, finding }: Card, language: Language): DraftWords {
  const why = finding ? inLanguage(finding.why, language).slice(0, wordLimits.why) : '';
  return words ?? { headline: {}, summary: {}, why };
}

/** A card with words as the item of news that it becomes when it is approved. */
export function itemOfCard(id: string, card: Card, words: NewsWords, sourceName: Labels): NewItem {
  const { finding, also = [] } = card;
  const typed = card.words?.why.trim() ?? '';
  // The watch list's own words where nobody changed them: those are there in both languages.
  const kept = languages.some(language => finding?.why[language]?.slice(0, wordLimits.why) === typed);
  const why = finding && kept ? finding.why : typed ? forEvery(() => typed) : undefined;
  return {
    id,
    kind: card.kind,
    date: card.date,
    words,
    ...(why && { why }),
    sources: [
      {
        label: forEvery(language =>
          unmarked(finding ? sourceName(finding.source, language) : hostOf(card.link)),
        ),
        url: card.link,
      },
      ...also.map(({ title, url }) => ({ label: forEvery(() => title), url })),
    ],
    entries: card.entries,
  };
}

type Labels = (source: string, language: Language) => string;

const hostOf = (link: string): string => new URL(link).hostname.replace(/^www\./, '');
