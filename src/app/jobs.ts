import type { CommunityService } from '../community/community-service.ts';
import type { NewsService } from '../news/news-service.ts';
import type { Job } from './scheduler.ts';

/** What the jobs work on. */
export interface JobParts {
  readonly community: Pick<CommunityService, 'usage' | 'curation' | 'transfer' | 'upstream' | 'retention'>;
  readonly news: Pick<NewsService, 'tick'>;
  /** Looks at the sources whose time has come. */
  look(): Promise<void>;
  /** The servers that the bot is in, as Discord has them now. */
  guilds(): Promise<ReadonlySet<string>>;
}

/** Everything that the bot does by itself, and how often. */
export const jobTable = ({ community, news, look, guilds }: JobParts): readonly Job[] => [
  { name: 'watch sources', every: 'minute', run: look },
  { name: 'post news', every: 'minute', run: news.tick },
  { name: 'save usage counts', every: 'minute', run: community.usage.flush },
  { name: 'forget old drafts', every: 'minute', run: community.curation.sweep },
  { name: 'forget old imports', every: 'minute', run: community.transfer.sweep },
  { name: 'notice changed built-in answers', every: 'day', run: community.upstream.look },
  {
    name: 'forget servers that were left',
    every: 'day',
    run: async () => community.retention.look(await guilds()),
  },
];
