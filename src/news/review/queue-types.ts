import type { DevelopmentKind } from '../../knowledge/content/entry.ts';
import type { SettingsService } from '../../settings/settings-service.ts';
import type { Store } from '../../storage/store.ts';
import type { ApprovedNews } from '../approved/approved-news.ts';
import type { Arrival } from '../model/finding.ts';
import type { Card, DraftWords } from './card.ts';

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
  readonly news: ApprovedNews;
  /** Communities that follow, or have a review channel. */
  readonly communities: () => Promise<ReadonlySet<string>>;
  /** At most 25 knowledge entries that a finding may bear on, best first; without a text those of its kind. */
  readonly suggest: (text: string, kind: DevelopmentKind) => Promise<readonly string[]>;
  readonly clock: () => Date;
  /** Letters and digits nobody guesses. */
  readonly newId: () => string;
  /** Called when there is a card to post or to bring up to date. */
  readonly changed: () => void;
}

/** What the parts of the queue work with. */
export interface QueueParts extends QueueOptions {
  card: Queue['card'];
  /** Changes a card, and has its message brought up to date. */
  change(
    guildId: string,
    id: string,
    apply: (card: Card) => readonly [Card, Decided['result']],
  ): Promise<Decided>;
  /** Who decided, now. */
  decidedBy(by: string): NonNullable<Card['decided']>;
}
