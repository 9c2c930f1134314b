import { LRUCache } from 'lru-cache';
import type { Language } from '../../i18n/languages.ts';
import type { Knowledge } from '../../knowledge/content/entry.ts';
import { createPatience, type Patience } from '../../lib/patience.ts';
import type { Store } from '../../storage/store.ts';
import { withBundled } from './bundled.ts';
import { type News, newestFirst, newsCollection, noNews, wordsIn } from './news.ts';

/** One line under an answer: what happened since it was written. */
export interface NewsLine {
  /** ISO date. */
  readonly date: string;
  /** Not escaped: it passes `plain()` where it is shown. */
  readonly line: string;
}

export interface ApprovedNews {
  /** A community's news as stored now, with the developments that come with this version. Rejects while the storage is away. */
  current(guildId: string): Promise<News>;
  /** Changes it; the result is what holds now. */
  change(guildId: string, change: (news: News) => News): Promise<News>;
  /**
   * The newest approved development that was tagged with a knowledge entry and that no curator has settled yet. From memory where possible;
   * undefined while the storage is away or slow.
   */
  since(guildId: string, entryId: string, language: Language): Promise<NewsLine | undefined>;
  close(): void;
}

const knownGuilds = 500;

/** News kept in `store`, in memory for at most 500 communities, and read again as soon as a replica changes it. */
export function createApprovedNews({
  store,
  knowledge,
  clock,
  patience = createPatience(),
}: {
  store: Store;
  knowledge: Knowledge;
  clock: () => Date;
  /** How long an answer waits for its line. */
  patience?: Patience | undefined;
}): ApprovedNews {
  const known = new LRUCache<string, Promise<News | undefined>>({ max: knownGuilds });
  const prefix = `${newsCollection.name}:`;
  const unwatch = store.watch(
    key => key.startsWith(prefix) && known.delete(key.slice(prefix.length)),
    () => known.clear(),
  );

  const recall = (guildId: string): Promise<News | undefined> => {
    const before = known.get(guildId);
    if (before) return before;
    const reading = store.read(newsCollection, guildId);
    known.set(guildId, reading);
    reading.catch(() => known.peek(guildId) === reading && known.delete(guildId));
    return reading;
  };

  const change: ApprovedNews['change'] = (guildId, apply) =>
    store.update(newsCollection, guildId, kept => {
      const next = apply(withBundled(kept, knowledge, noNews, clock()));
      return [next, next];
    });

  return {
    change,
    async current(guildId) {
      const kept = await store.read(newsCollection, guildId);
      const whole = withBundled(kept, knowledge, noNews, clock());
      return whole === kept ? kept : await change(guildId, news => news);
    },
    async since(guildId, entryId, language) {
      const news = await patience(() => recall(guildId), undefined);
      const open = news?.items.filter(item => isOpenFor(item, entryId)) ?? [];
      const [newest] = newestFirst(open);
      return newest && { date: newest.date, line: wordsIn(newest.words, language).title };
    },
    close: unwatch,
  };
}

/** Developments that came with the bot are the concern of those who wrote the answers that came with it. */
const isOpenFor = ({ id, settled, entries }: News['items'][number], entryId: string) =>
  !settled && !id.startsWith('dev.') && entries.includes(entryId);
