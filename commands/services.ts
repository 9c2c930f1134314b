import type { CommunityService } from '../src/community/community-service.ts';
import type { Command as CommandWith, Subcommand as SubcommandWith } from '../src/interactions/command.ts';
import type {
  Context as ContextWith,
  PressContext as PressContextWith,
  SubmitContext as SubmitContextWith,
} from '../src/interactions/contexts.ts';
import type { Knowledge } from '../src/knowledge/content/entry.ts';
import type { SharedSearch } from '../src/knowledge/search/create-search.ts';
import type { NewsService } from '../src/news/news-service.ts';
import type { SettingsService } from '../src/settings/settings-service.ts';

/** What commands may use: made once in `src/app/compose.ts`; tests make their own. */
export interface Services {
  readonly knowledge: Knowledge;
  readonly search: SharedSearch;
  readonly settings: SettingsService;
  readonly community: CommunityService;
  readonly news: NewsService;
  readonly operator: { readonly name?: string; readonly url?: string };
}

/** The commands of this bot, and what they are called with. */
export type Command = CommandWith<Services>;
export type Subcommand = SubcommandWith<Services>;
export type Context = ContextWith<Services>;
export type PressContext = PressContextWith<Services>;
export type SubmitContext = SubmitContextWith<Services>;
