import { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import { at, type Feed, type Parsed, type Source } from '../model/source.ts';
import { dayIn } from './dates.ts';
import type { WatchList } from './list.ts';
import { makeFinding, readItems } from './make-finding.ts';
import { textOfHtml } from './plain-text.ts';
import { readJson, textOrNumber } from './read-json.ts';

const own = 'https://www.justice.gov';
const pageSize = 20;

/**
 * Press releases of the Department of Justice. Traps: dates are Unix seconds, as text; counts are text or numbers; whether `sort` works is
 * disputed. So the order is looked at: when the oldest come first, the next look goes to the last page, and from then on follows it as it
 * fills, one page a look. https://www.justice.gov/developer/api-documentation/api_v1
 */
export function doj(list: WatchList, origin?: string): Source {
  return { id: 'doj', cron: '42 */2 * * *', feeds: list.releases.map(search => releaseFeed(search, origin)) };
}

type Search = WatchList['releases'][number];

function releaseFeed(search: Search, origin: string | undefined): Feed {
  const path = (page: string) =>
    `/api/v1/press_releases.json?${new URLSearchParams({
      pagesize: String(pageSize),
      page,
      sort: 'date',
      direction: 'DESC',
      'parameters[title]': search.title,
    })}`;
  const feed: Feed = {
    id: search.id,
    name: search.name,
    page: at(own, undefined, '/news'),
    why: search.why,
    scope: JSON.stringify([path('0'), search.mentions]),
    request: cursor => ({ url: at(own, origin, path(cursor ?? '0')), accept: 'application/json' }),
    read: (body, cursor) => readReleases(body, cursor, feed, search),
  };
  return feed;
}

const page = z.object({
  metadata: z.object({
    responseInfo: z.object({ status: z.coerce.number(), developerMessage: z.string().optional() }),
    resultset: z.object({ count: z.coerce.number().int().min(0) }),
  }),
  results: z.array(z.unknown()).default([]),
});

const release = z.object({
  uuid: z.string().min(8),
  title: z.string().min(1),
  url: z.string(),
  date: textOrNumber,
  body: z.string().nullish(),
  topic: z.array(z.object({ name: z.string() })).nullish(),
});

function readReleases(body: string, cursor: string | undefined, feed: Feed, search: Search): Parsed {
  const json = readJson(body, page);
  if ('reason' in json) return { ok: false, reason: json.reason };
  const { metadata, results } = json.value;
  const { status, developerMessage } = metadata.responseInfo;
  if (status !== 200) {
    return { ok: false, reason: `status ${status}: ${textOfHtml(developerMessage ?? '').slice(0, 150)}` };
  }
  const read = readItems(results, item => finding(item, feed, search));
  if (!read.ok) return read;
  return { ...read, ...turn(Number(cursor ?? 0), results, metadata.resultset.count) };
}

/** Which page to ask next: the first while the newest come first, else the one where new releases are added. */
function turn(
  at: number,
  results: readonly unknown[],
  count: number,
): { cursor?: string; seeking?: boolean } {
  const dates = results.map(item =>
    Number(z.object({ date: textOrNumber }).safeParse(item).data?.date ?? Number.NaN),
  );
  const [first = Number.NaN, last = Number.NaN] = [dates[0], dates.at(-1)];
  const end = Math.max(0, Math.ceil(count / pageSize) - 1);
  if (at === 0) return first < last && end > 0 ? { cursor: String(end), seeking: true } : {};
  if (first > last) return { seeking: true };
  if (at > end) return { cursor: String(end), seeking: true };
  return { cursor: String(at < end ? at + 1 : at) };
}

function finding(item: unknown, feed: Feed, search: Search): Finding | string | undefined {
  const parsed = release.safeParse(item);
  if (!parsed.success) return `a release has no usable ${parsed.error.issues[0]?.path.join('.')}`;
  const { data } = parsed;
  const title = textOfHtml(data.title);
  const quote = textOfHtml(data.body ?? '');
  const haystack = [title, quote, ...(data.topic ?? []).map(topic => topic.name)].join('\n').toLowerCase();
  if (!search.mentions.some(word => haystack.includes(word.toLowerCase()))) return undefined;
  return makeFinding('doj', feed, {
    id: [data.uuid],
    kind: search.kind,
    event: 'press-release',
    title,
    link: data.url,
    date: releaseDay(Number(data.date)),
    quote,
    editable: [title, quote],
  });
}

/** The department writes midnight, in Washington or in UTC. */
function releaseDay(seconds: number): string | undefined {
  return dayIn(seconds % 86_400 === 0 ? 'UTC' : 'America/New_York', new Date(seconds * 1_000));
}
