import { z } from 'zod';
import type { EventName, Finding } from '../model/finding.ts';
import { at, type Feed, type Parsed, type Source } from '../model/source.ts';
import { usDate } from './dates.ts';
import type { WatchList } from './list.ts';
import { makeFinding, readItems } from './make-finding.ts';
import { textOfHtml } from './plain-text.ts';
import { readJson, textOrNumber } from './read-json.ts';

const own = 'https://api.grants.gov';
const site = 'https://www.grants.gov';

/**
 * Searches of Grants.gov for forecast and posted opportunities. Traps: errors come in a 200 body (`errorcode`); `oppHits` may be absent with no
 * hits; several values in one field are separated by `|` (commas find nothing, silently); ids are text or numbers.
 */
export function grantsGov(list: WatchList, origin?: string): Source {
  return {
    id: 'grants-gov',
    cron: '52 10,22 * * *',
    feeds: list.grants.map(search => searchFeed(search, origin)),
  };
}

function searchFeed(search: WatchList['grants'][number], origin: string | undefined): Feed {
  const post = JSON.stringify({
    keyword: search.keyword,
    oppStatuses: 'forecasted|posted',
    rows: 100,
    startRecordNum: 0,
    sortBy: 'openDate|desc',
  });
  const feed: Feed = {
    id: search.id,
    name: search.name,
    page: `${site}/search-grants`,
    why: search.why,
    scope: post,
    request: () => ({ url: at(own, origin, '/v1/api/search2'), accept: 'application/json', post }),
    read: body => readHits(body, feed),
  };
  return feed;
}

const answer = z.object({
  errorcode: z.coerce.number(),
  msg: z.string().optional(),
  data: z.object({ hitCount: z.coerce.number(), oppHits: z.array(z.unknown()).nullish() }).optional(),
});

const hit = z.object({
  id: textOrNumber,
  number: textOrNumber.default(''),
  title: z.string().min(1),
  agency: z.string().nullish(),
  agencyName: z.string().nullish(),
  openDate: z.string(),
  closeDate: z.string().nullish(),
  oppStatus: z.string(),
});

function readHits(body: string, feed: Feed): Parsed {
  const json = readJson(body, answer);
  if ('reason' in json) return { ok: false, reason: json.reason };
  const { errorcode, msg, data } = json.value;
  if (errorcode !== 0)
    return { ok: false, reason: `error ${errorcode}: ${textOfHtml(msg ?? '').slice(0, 150)}` };
  if (!data) return { ok: false, reason: 'the answer has no data' };
  if (!data.oppHits && data.hitCount > 0) {
    return { ok: false, reason: `it counts ${data.hitCount} opportunities and shows none` };
  }
  return readItems(data.oppHits ?? [], item => finding(item, feed));
}

const events = new Map<string, EventName>([
  ['forecasted', 'grant-forecast'],
  ['posted', 'grant-opening'],
]);

function finding(item: unknown, feed: Feed): Finding | string {
  const parsed = hit.safeParse(item);
  if (!parsed.success) return `an opportunity has no usable ${parsed.error.issues[0]?.path.join('.')}`;
  const { data } = parsed;
  const title = textOfHtml(data.title);
  const agency = textOfHtml(data.agency ?? data.agencyName ?? '');
  const days = [usDate(data.openDate), usDate(data.closeDate ?? '')]
    .filter(day => day !== undefined)
    .join(' – ');
  // The answer holds no prose; these are its own values, in no language's words.
  const quote = [textOfHtml(data.number), agency, textOfHtml(data.oppStatus), days]
    .filter(part => part)
    .join(' · ');
  return makeFinding('grants-gov', feed, {
    id: [data.id],
    kind: 'funding',
    event: events.get(data.oppStatus.toLowerCase()) ?? 'grant-closing',
    title,
    link: `${site}/search-results-detail/${encodeURIComponent(data.id.toWellFormed())}`,
    date: usDate(data.openDate),
    quote,
    editable: [title, quote],
  });
}
