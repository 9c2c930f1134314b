import type { SettingsService } from '../faq/settings-service.ts';
import type { Language } from '../i18n/language.ts';
import { languages, type Words } from '../i18n/language.ts';
import { updateWords } from '../i18n/words/updates.ts';
import type { DevelopmentKind } from '../knowledge/entry.ts';
import type { Store } from '../storage/store.ts';
import type { Arrival } from './finding.ts';
import { plan } from './ledger.ts';
import { approve, type NewItem, type News, type NewsItem, newestFirst, revise, wordsIn } from './news.ts';
import type { NewsService } from './news-service.ts';
import {
  arrived,
  type Card,
  cardCollection,
  cardIdOf,
  cardKey,
  type DraftWords,
  itemOfCard,
  stale,
  wholeWords,
} from './queue-card.ts';

/** What came of a moderator's wish; `card` is how it stands now. */
export interface Decided {
  /**
   * `ok`: done. `needs-words`: there is nothing to show members yet. `own-words`: another moderator must approve what this one wrote.
   * `already`: it was approved before. `settled`: it was decided otherwise before. `gone`: there is no such card, or nothing to merge into.
   */
  readonly result: 'ok' | 'needs-words' | 'own-words' | 'already' | 'settled' | 'gone';
  readonly card?: Card;
}

/** What a card may be merged into: news that is approved, or another card. */
export interface MergeTarget {
  readonly id: string;
  readonly title: string;
  readonly date: string;
}

/** The news that moderators of communities decide about. Methods reject while the storage is away; nothing is half done then. */
export interface Queue {
  /** Takes what the watcher found, for every community that follows; durable when it resolves, and harmless when repeated. */
  accept(arrivals: readonly Arrival[]): Promise<void>;
  /** Keeps what was typed for `/news add` until its form is sent; gives the card's id. */
  begin(guildId: string, begun: Pick<Card, 'link' | 'date'> & { kind: DevelopmentKind }): Promise<string>;
  card(guildId: string, id: string): Promise<Card | undefined>;
  /** Cards that wait, or that are on hold, newest date first. */
  list(guildId: string, state: 'waiting' | 'held'): Promise<readonly { id: string; card: Card }[]>;
  approve(guildId: string, id: string, by: string): Promise<Decided>;
  /** Keeps the words of a form, and approves with them where `andApprove`. Of news that is approved it changes the wording. */
  write(guildId: string, id: string, by: string, words: DraftWords, andApprove: boolean): Promise<Decided>;
  /** Puts it aside, throws it away, or takes it back into the queue. */
  put(guildId: string, id: string, by: string, state: 'held' | 'ignored' | 'waiting'): Promise<Decided>;
  /** Ignores it, and from now on everything of its source and event. */
  ignoreKind(guildId: string, id: string, by: string): Promise<Decided>;
  /** Shows a kind (`SOURCE/EVENT`) again. */
  watchKind(guildId: string, kind: string): Promise<void>;
  targets(guildId: string, id: string): Promise<readonly MergeTarget[]>;
  merge(guildId: string, id: string, into: string, by: string): Promise<Decided>;
  /** Says which answers it bears on. */
  tag(guildId: string, id: string, entries: readonly string[]): Promise<Decided>;
  /** The answers it was tagged with are right again, or were not concerned. */
  settle(guildId: string, id: string, how: 'confirmed' | 'dismissed'): Promise<Decided>;
}

export interface QueueOptions {
  readonly store: Store;
  readonly settings: SettingsService;
  readonly news: NewsService;
  /** Communities that follow, or have a review channel. */
  readonly communities: () => Promise<ReadonlySet<string>>;
  /** At most 25 knowledge entries that a finding may bear on, best first. */
  readonly suggest: (text: string, kind: DevelopmentKind) => readonly string[];
  readonly clock: () => Date;
  /** Letters and digits nobody guesses. */
  readonly newId: () => string;
  /** Called when there is a card to post or to bring up to date. */
  readonly changed: () => void;
}

/** The name of a source in each language. */
export const sourceName = (source: string): Words<string> => ({
  en: updateWords.en.sources[source] ?? source,
  es: updateWords.es.sources[source] ?? source,
});

/** `SOURCE/EVENT`: what "this kind" means. */
export const kindOf = ({ source, event }: Pick<Arrival, 'source' | 'event'>) => `${source}/${event}`;

export function createQueue(options: QueueOptions): Queue {
  const { store, settings, news, clock } = options;

  const change = async (
    guildId: string,
    id: string,
    apply: (card: Card) => readonly [Card, Decided['result']],
  ): Promise<Decided> => {
    const decided = await store.update<Card, Decided>(cardCollection, cardKey(guildId, id), kept => {
      if (!kept) return [kept, { result: 'gone' }];
      const [next, result] = apply(kept);
      const card = next === kept ? kept : stale(next, clock());
      return [card, { result, card }];
    });
    options.changed();
    return decided;
  };

  const decidedBy = (by: string) => ({ by, at: clock().toISOString() });

  const acceptFor = async (guildId: string, arrivals: readonly Arrival[]) => {
    const [{ reviewChannel }, { ignored }] = await Promise.all([
      settings.fresh(guildId),
      news.current(guildId),
    ]);
    for (const arrival of arrivals) {
      if (ignored.includes(kindOf(arrival))) continue;
      const id = cardIdOf(guildId, arrival.id);
      const suggested = options.suggest(`${arrival.caseName ?? ''} ${arrival.title}`, arrival.kind);
      const arriving = { id, reviewChannel, suggested, now: clock() };
      await store.update(cardCollection, cardKey(guildId, id), card => [
        arrived(card, arrival, arriving),
        undefined,
      ]);
    }
  };

  const self: Queue = {
    async accept(arrivals) {
      for (const guildId of await options.communities()) await acceptFor(guildId, arrivals);
      options.changed();
    },

    async begin(guildId, { kind, link, date }) {
      const id = options.newId();
      const card: Card = {
        kind,
        link,
        date,
        state: 'draft',
        entries: [],
        suggested: [...options.suggest(kind, kind)],
        at: clock().toISOString(),
      };
      await store.update(cardCollection, cardKey(guildId, id), () => [card, undefined]);
      return id;
    },

    card: (guildId, id) => store.read(cardCollection, cardKey(guildId, id)),

    async list(guildId, state) {
      const prefix = `${cardCollection.name}:${guildId}:`;
      const found: { id: string; card: Card }[] = [];
      for await (const key of store.keys(prefix)) {
        const id = key.slice(prefix.length);
        const card = await self.card(guildId, id);
        if (card?.state === state) found.push({ id, card });
      }
      return found.sort((a, b) => (a.card.date < b.card.date ? 1 : a.card.date > b.card.date ? -1 : 0));
    },

    async approve(guildId, id, by) {
      const card = await self.card(guildId, id);
      if (!card) return { result: 'gone' };
      if (card.state === 'approved') return { result: 'already', card };
      if (card.state === 'merged') return { result: 'settled', card };
      const words = wholeWords(card.words);
      if (!words) return { result: 'needs-words', card };
      const { requireSecond } = await settings.fresh(guildId);
      if (requireSecond && card.writer === by) return { result: 'own-words', card };
      // The news first: should the card not be reached, approving again finds it there and does nothing a second time.
      await news.change(guildId, all => put(all, itemOfCard(id, card, words, sourceName), clock()));
      return change(guildId, id, now => [{ ...now, state: 'approved', decided: decidedBy(by) }, 'ok']);
    },

    async write(guildId, id, by, words, andApprove) {
      const { reviewChannel, requireSecond } = await settings.fresh(guildId);
      const written = await change(guildId, id, card => {
        if (card.state === 'merged') return [card, 'settled'];
        const next = { ...card, words, writer: by };
        // What members read stays as it is until another moderator approves the new wording.
        if (card.state === 'approved' && requireSecond) return [{ ...next, state: 'waiting' }, 'ok'];
        return [card.state === 'draft' ? posted(next, id, reviewChannel, clock()) : next, 'ok'];
      });
      const { card } = written;
      const whole = wholeWords(card?.words);
      if (written.result !== 'ok' || !card) return written;
      if (!whole) return { result: 'needs-words', card };
      if (card.state === 'approved') {
        await news.change(guildId, all => put(all, itemOfCard(id, card, whole, sourceName), clock()));
        return written;
      }
      return andApprove ? self.approve(guildId, id, by) : written;
    },

    async put(guildId, id, by, state) {
      const { items } = await news.current(guildId);
      const approved = items.some(item => item.id === id);
      return change(guildId, id, card => {
        if (approved) return [card.state === 'approved' ? card : { ...card, state: 'approved' }, 'already'];
        if (card.state === 'merged') return [card, 'settled'];
        return card.state === state ? [card, 'ok'] : [{ ...card, state, decided: decidedBy(by) }, 'ok'];
      });
    },

    async ignoreKind(guildId, id, by) {
      const card = await self.card(guildId, id);
      if (!card?.finding) return { result: 'gone' };
      const kind = kindOf(card.finding);
      await news.change(guildId, all =>
        all.ignored.includes(kind) ? all : { ...all, ignored: [...all.ignored, kind] },
      );
      return self.put(guildId, id, by, 'ignored');
    },

    async watchKind(guildId, kind) {
      await news.change(guildId, all =>
        all.ignored.includes(kind) ? { ...all, ignored: all.ignored.filter(one => one !== kind) } : all,
      );
    },

    async targets(guildId, id) {
      const [{ items }, waiting] = await Promise.all([news.current(guildId), self.list(guildId, 'waiting')]);
      const { language = 'en' } = await settings.of(guildId);
      const cards = waiting.filter(one => one.id !== id).slice(0, 10);
      const approved = newestFirst(items).slice(0, 25 - cards.length);
      return [
        ...cards.map(one => ({ id: one.id, title: cardTitle(one.card, language), date: one.card.date })),
        ...approved.map(item => targetOf(item, language)),
      ];
    },

    async merge(guildId, id, into, by) {
      const [card, { items }, target] = await Promise.all([
        self.card(guildId, id),
        news.current(guildId),
        self.card(guildId, into),
      ]);
      if (!card || into === id) return { result: 'gone' };
      if (card.state === 'approved') return { result: 'already', card };
      if (card.state === 'merged') return { result: 'settled', card };
      const { language = 'en' } = await settings.of(guildId);
      const brought = [
        { title: cardTitle(card, language).slice(0, 100), url: card.link },
        ...(card.also ?? []),
      ];
      // The target first: should the card not be reached, merging again adds no link twice.
      if (items.some(item => item.id === into)) {
        await news.change(guildId, all => revise(all, into, item => withSources(item, brought)));
      } else if (!target || target.state === 'merged') {
        return { result: 'gone' };
      }
      if (target) await change(guildId, into, one => [{ ...one, also: joined(one, brought) }, 'ok']);
      return change(guildId, id, now => [{ ...now, state: 'merged', decided: decidedBy(by) }, 'ok']);
    },

    async tag(guildId, id, entries) {
      const tagged = await change(guildId, id, ({ settled: _, ...card }) => [
        { ...card, entries: [...entries] },
        'ok',
      ]);
      if (tagged.card?.state === 'approved') {
        await news.change(guildId, all =>
          revise(all, id, ({ settled: _, ...item }) => ({ ...item, entries: [...entries] })),
        );
      }
      return tagged;
    },

    async settle(guildId, id, how) {
      await news.change(guildId, all => revise(all, id, item => ({ ...item, settled: how })));
      return change(guildId, id, card => [card.settled ? card : { ...card, settled: how }, 'ok']);
    },
  };
  return self;
}

/** A card written by hand, once its form is sent: moderators see it like any other. */
function posted(card: Card, id: string, reviewChannel: string | undefined, now: Date): Card {
  const delivery = reviewChannel && { delivery: plan(id, reviewChannel, now) };
  return { ...card, state: 'waiting', ...delivery };
}

/** The news with an item approved, or with the words of an approved one changed: that is the same item and is not posted again. */
function put(news: News, item: NewItem, now: Date): News {
  const approved = approve(news, item, now);
  if (approved !== news) return approved;
  return revise(news, item.id, ({ why: _, ...kept }) => ({
    ...kept,
    words: item.words,
    ...(item.why && { why: item.why }),
  }));
}

/** What a card is called: its words for members, else what the source calls it. */
export function cardTitle(card: Card, language: Language): string {
  const words = wholeWords(card.words);
  return words ? wordsIn(words, language).title : (card.finding?.title ?? card.link);
}

const targetOf = (item: NewsItem, language: Language): MergeTarget => ({
  id: item.id,
  title: wordsIn(item.words, language).title,
  date: item.date,
});

function withSources(item: NewsItem, brought: readonly { title: string; url: string }[]): NewsItem {
  const known = new Set(item.sources.map(({ url }) => url));
  const added = brought
    .filter(({ url }) => !known.has(url))
    .map(({ title, url }) => ({ label: Object.fromEntries(languages.map(one => [one, title])), url }));
  return { ...item, sources: [...item.sources, ...added].slice(0, 10) };
}

function joined(card: Card, brought: readonly { title: string; url: string }[]) {
  const known = new Set([card.link, ...(card.also ?? []).map(({ url }) => url)]);
  return [...(card.also ?? []), ...brought.filter(({ url }) => !known.has(url))].slice(0, 9);
}
