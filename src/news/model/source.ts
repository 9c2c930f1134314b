import type { PerLanguage } from '../../i18n/languages.ts';
import type { Finding } from './finding.ts';

/** What is asked of a source's server. */
export interface FeedRequest {
  readonly url: string;
  readonly accept: string;
  /** JSON to POST; a GET without it. */
  readonly post?: string;
}

/** What a body says, or why it cannot be read. */
export type Parsed =
  | {
      readonly ok: true;
      readonly findings: readonly Finding[];
      /** Why single items could not be read; the others count nevertheless. */
      readonly skipped: readonly string[];
      /** Where to ask next time, for a source whose newest things are not on its first page. */
      readonly cursor?: string;
      /** True when the newest things are on another page: what stands here is old, to be remembered and not announced. */
      readonly seeking?: boolean;
    }
  | { readonly ok: false; readonly reason: string };

/** One address that is asked regularly. Its state is kept apart from every other feed's. */
export interface Feed {
  /** Unique within its source. */
  readonly id: string;
  /** What people call it: a case, a bill, a search. */
  readonly name: string;
  /** A page about it for people. */
  readonly page: string;
  readonly why: PerLanguage<string>;
  /** All that decides which findings it can give; when it changes, what is older than the last look is remembered and not announced. */
  readonly scope: string;
  request(cursor?: string): FeedRequest;
  /** Never throws. Gives every finding of the body, in any order. */
  read(body: string, cursor?: string): Parsed;
}

/** A website that is watched. */
export interface Source {
  /** As `sources/list.ts` names it. */
  readonly id: string;
  /** How often each feed is asked, as a cron expression in UTC. */
  readonly cron: string;
  readonly feeds: readonly Feed[];
}

/** A path with its query on the origin in use. */
export function at(own: string, replacement: string | undefined, pathAndQuery: string): string {
  return new URL(pathAndQuery, new URL(replacement ?? own).origin).href;
}
