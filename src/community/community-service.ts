import { randomUUID } from 'node:crypto';
import { fallbackLanguage, type Language } from '../i18n/languages.ts';
import type { Knowledge } from '../knowledge/content/entry.ts';
import type { EditableSearch, Hit } from '../knowledge/search/search.ts';
import { createPatience, type Patience } from '../lib/patience.ts';
import type { ReviewChannel } from '../messaging/review-channel.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import type { Store } from '../storage/store.ts';
import { type CommunityData, createCommunityData } from './data/community-data.ts';
import { createRetention, type Retention } from './data/retention.ts';
import { type Curation, createCuration } from './drafts/curation.ts';
import { createEntryCache, type EntryCache } from './entries/entry-cache.ts';
import type { CommunityEntry } from './entries/loaded-entries.ts';
import { createUsage, type Usage } from './entries/usage.ts';
import { type SharedAnswer, sharedAnswer } from './overrides/override.ts';
import { createUpstreamNotices, type UpstreamNotices } from './overrides/upstream-notices.ts';
import { upstreamReply } from './overrides/upstream-reply.ts';
import { createReports, type Reports } from './reports/reports.ts';
import { createTransfer, type Transfer } from './transfer/transfer.ts';

/** Everything about a community's own answers. */
export interface CommunityService {
  readonly entries: EntryCache;
  readonly curation: Curation;
  readonly usage: Usage;
  readonly reports: Reports;
  readonly transfer: Transfer;
  readonly upstream: UpstreamNotices;
  readonly data: CommunityData;
  readonly retention: Retention;
  readonly review: ReviewChannel;
  /** What a shared entry says now. */
  shared(entryId: string): SharedAnswer | undefined;
  /** The community's own copy of a shared entry, if it has one. While the storage is away: as far as memory knows. */
  override(guildId: string, entryId: string): Promise<CommunityEntry | undefined>;
  /** The community's own entries for a question, best first; none while the storage is away. Copies of shared entries have the shared id. */
  ask(
    guildId: string,
    question: string,
    language: Language,
  ): Promise<{ sure: boolean; hits: readonly Hit[] }>;
  close(): void;
}

export interface CommunityDeps {
  readonly store: Store;
  readonly settings: SettingsService;
  readonly knowledge: Knowledge;
  /** An empty search for one community. */
  readonly createSearch: () => Promise<EditableSearch>;
  readonly channel: ReviewChannel;
  readonly fetch: typeof globalThis.fetch;
  /** `DISCORD_API_BASE_URL`: its host may serve attachments too. */
  readonly apiBaseUrl?: string | undefined;
  readonly now: () => Date;
  /** How long a member's answer waits for the community's own entries before it goes on without them. */
  readonly patience?: Patience | undefined;
  readonly newId?: () => string;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** Joins the parts that a community's own answers need. */
export function createCommunityService(sources: CommunityDeps): CommunityService {
  const { store, settings, knowledge, createSearch, channel, fetch, apiBaseUrl, now } = sources;
  const newId = sources.newId ?? (() => randomUUID().replaceAll('-', ''));
  const sleep = sources.sleep ?? (time => new Promise(resolve => setTimeout(resolve, time)));
  const shared = (id: string) => sharedAnswer(knowledge, id);
  const entries = createEntryCache({ store, createSearch });
  const curation = createCuration({ store, community: entries, settings, shared, now, newId });
  const transfer = createTransfer({ store, community: entries, settings, fetch, apiBaseUrl, now, newId });
  const usage = createUsage({ store, now });
  const data = createCommunityData({ store, onForget: usage.drop });

  const upstream = createUpstreamNotices({
    store,
    community: entries,
    settings,
    channel,
    shared,
    now,
    card: async (guildId, id, changed) =>
      upstreamReply(id, changed, (await settings.of(guildId)).language ?? fallbackLanguage),
  });
  const { patience = createPatience() } = sources;
  const override = (guildId: string, entryId: string) =>
    patience(() => entries.get(guildId, entryId), undefined);

  return {
    entries,
    curation,
    usage,
    transfer,
    data,
    review: channel,
    reports: createReports({ store, settings, channel, now, sleep }),
    retention: createRetention({ store, data, now }),
    upstream,
    shared,
    override,
    ask: (guildId, question, language) =>
      patience(() => entries.ask(guildId, question, language), { sure: false, hits: [] }),
    close: entries.close,
  };
}
