import { fallbackLanguage, inLanguage, languages, type PerLanguage } from '../../i18n/languages.ts';
import type { Knowledge } from '../../knowledge/content/entry.ts';
import { sourceKey } from '../../knowledge/content/source-ref.ts';
import { type Content, sameContent } from '../entries/content.ts';
import { type FaqEntry, latest } from '../entries/entry.ts';
import { type Act, revise } from '../entries/revise.ts';

/** A shared entry as a community can make it its own. */
export interface SharedAnswer {
  /** Its other names stay with the shared entry, which keeps being found by them; of its sources the first with an address. */
  readonly content: Content;
  /** Its title in each language: a copy that keeps the title keeps them all. */
  readonly titles: PerLanguage<string>;
}

export function sharedAnswer({ entries, sources }: Knowledge, id: string): SharedAnswer | undefined {
  const entry = entries.get(id);
  if (!entry) return undefined;
  const texts = languages.flatMap(language => {
    const text = entry.text[language];
    return text ? [[language, text] as const] : [];
  });
  const titles = Object.fromEntries(
    texts.map(([language, { title }]) => [language, title]),
  ) as PerLanguage<string>;
  const addresses = entry.sources.flatMap(ref => sources.get(sourceKey(ref))?.url ?? []);
  const source = addresses.find(url => url.startsWith('https://'));
  return {
    content: {
      title: inLanguage(titles, fallbackLanguage),
      answers: Object.fromEntries(texts.map(([language, { body }]) => [language, body])),
      aliases: [],
      ...(source && { source }),
    },
    titles,
  };
}

/** What a shared entry said when a community copied it and says now, where that differs and the copy is in use. */
export interface UpstreamChange {
  readonly before: Content;
  readonly now: Content;
}

export function upstreamChangeOf(entry: FaqEntry, shared: Content | undefined): UpstreamChange | undefined {
  if (!shared || !entry.shared || !latest(entry).content) return undefined;
  return sameContent(entry.shared, shared) ? undefined : { before: entry.shared, now: shared };
}

/** The entry with the note that moderators were told of this change; the result says whether they still have to be. */
export function notice(
  entry: FaqEntry | undefined,
  shared: Content | undefined,
): readonly [FaqEntry | undefined, UpstreamChange | undefined] {
  const upstream = entry && upstreamChangeOf(entry, shared);
  if (!upstream || sameContent(entry.noticed, upstream.now)) return [entry, undefined];
  return [{ ...entry, noticed: upstream.now }, upstream];
}

export type Settled = 'kept' | 'taken' | 'over';

/** The community keeps its copy, or takes the shared entry again (its copy is removed, which history can bring back). */
export function settle(
  entry: FaqEntry | undefined,
  shared: Content | undefined,
  choice: 'keep' | 'take',
  act: Act,
): readonly [FaqEntry | undefined, Settled] {
  const upstream = entry && upstreamChangeOf(entry, shared);
  if (!upstream) return [entry, 'over'];
  const { noticed: _, ...rest } = entry;
  const compared: FaqEntry = { ...rest, shared: upstream.now };
  return choice === 'keep' ? [compared, 'kept'] : [revise(compared, act), 'taken'];
}
