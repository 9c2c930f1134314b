import type { FaqService } from '../faq/faq-service.ts';
import type { SettingsService } from '../faq/settings-service.ts';
import type { Knowledge } from '../knowledge/entry.ts';
import type { Search } from '../knowledge/search.ts';
import type { Updates } from '../updates/updates-service.ts';

/** What commands may use. Built once in `app.ts`; tests build their own. */
export interface Services {
  readonly knowledge: Knowledge;
  readonly search: Search;
  readonly settings: SettingsService;
  readonly faq: FaqService;
  readonly updates: Updates;
  readonly operator: { readonly name?: string; readonly url?: string };
}
