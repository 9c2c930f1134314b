import { z } from 'zod';
import type { EventName, Finding } from '../model/finding.ts';
import { at, type Feed, type Parsed, type Source } from '../model/source.ts';
import type { WatchList } from './list.ts';
import { makeFinding, readItems } from './make-finding.ts';
import { oneLine } from './plain-text.ts';
import { readJson } from './read-json.ts';

const own = 'https://www.federalregister.gov';

/**
 * Searches of the Federal Register, newest hundred documents first; it is published once a day. Traps: with no hits `results` is absent;
 * `abstract` is null for many presidential documents. https://www.federalregister.gov/developers/documentation/api/v1
 */
export function federalRegister(list: WatchList, origin?: string): Source {
  return {
    id: 'federal-register',
    cron: '37 11,15,21 * * *',
    feeds: list.register.map(search => searchFeed(search, origin)),
  };
}

type Search = WatchList['register'][number];

function searchFeed(search: Search, origin: string | undefined): Feed {
  const query = new URLSearchParams({ 'conditions[term]': search.term, order: 'newest', per_page: '100' });
  for (const type of search.types) query.append('conditions[type][]', type);
  for (const field of Object.keys(document.shape)) query.append('fields[]', field);
  const path = `/api/v1/documents.json?${query}`;
  const feed: Feed = {
    id: search.id,
    name: search.name,
    page: at(own, undefined, `/documents/search?${new URLSearchParams({ 'conditions[term]': search.term })}`),
    why: search.why,
    scope: path,
    request: () => ({ url: at(own, origin, path), accept: 'application/json' }),
    read: body => readDocuments(body, feed, search),
  };
  return feed;
}

const page = z.object({ count: z.number(), results: z.array(z.unknown()).optional() });

const document = z.object({
  document_number: z.string().min(3),
  title: z.string().min(1),
  abstract: z.string().nullish(),
  html_url: z.string(),
  publication_date: z.iso.date(),
  type: z.string(),
  subtype: z.string().nullish(),
});

const events = new Map<string, EventName>([
  ['presidential document', 'presidential-document'],
  ['notice', 'notice'],
  ['rule', 'rule'],
  ['proposed rule', 'proposed-rule'],
]);

function readDocuments(body: string, feed: Feed, search: Search): Parsed {
  const json = readJson(body, page);
  if ('reason' in json) return { ok: false, reason: json.reason };
  const { count, results } = json.value;
  if (!results && count > 0) return { ok: false, reason: `it counts ${count} documents and shows none` };
  return readItems(results ?? [], item => finding(item, feed, search));
}

function finding(item: unknown, feed: Feed, search: Search): Finding | string {
  const parsed = document.safeParse(item);
  if (!parsed.success) return `a document has no usable ${parsed.error.issues[0]?.path.join('.')}`;
  const { data } = parsed;
  const title = oneLine(data.title);
  const quote = oneLine(data.abstract ?? '');
  const order = /^executive order$/i.test(data.subtype ?? '');
  return makeFinding('federal-register', feed, {
    id: [data.document_number],
    kind: search.kind,
    event: order ? 'executive-order' : (events.get(data.type.toLowerCase()) ?? 'notice'),
    title,
    link: data.html_url,
    date: data.publication_date,
    quote,
    editable: [title, quote],
  });
}
