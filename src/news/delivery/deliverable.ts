import type { Language } from '../../i18n/languages.ts';
import type { Knowledge } from '../../knowledge/content/entry.ts';
import type { Log } from '../../lib/log.ts';
import type { Channels } from '../../messaging/channels.ts';
import type { SettingsService } from '../../settings/settings-service.ts';
import type { Store } from '../../storage/store.ts';
import type { ApprovedNews } from '../approved/approved-news.ts';
import type { Deliverable } from './attempt.ts';
import type { Chores } from './weekly-note.ts';

export interface DelivererOptions {
  readonly store: Store;
  readonly channels: Channels;
  readonly settings: SettingsService;
  readonly news: ApprovedNews;
  readonly knowledge: Knowledge;
  readonly chores: (guildId: string, language: Language) => Promise<Chores>;
  readonly clock: () => Date;
  readonly newHolder: () => string;
  readonly log: Log;
  /** Milliseconds for one attempt; another replica takes over after it. */
  readonly lease: number;
  /** True when nothing more is to be begun. */
  readonly closing: () => boolean;
}

/** Times of the next tries of what was worked on. */
export type Retries = readonly (Date | undefined)[];

/** What each kind of document is delivered with. */
export interface DeliverParts extends DelivererOptions {
  /** Makes one attempt to deliver; gives the time of its next try, where there is one. */
  attempt<T>(deliverable: Deliverable<T>): Promise<Date | undefined>;
}
