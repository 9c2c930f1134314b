import { parseRssFeed } from 'feedsmith';
import type { Finding } from '../model/finding.ts';
import { at, type Feed, type Parsed, type Source } from '../model/source.ts';
import { rssDay, usDate } from './dates.ts';
import type { WatchList } from './list.ts';
import { fingerprint, makeFinding, readItems } from './make-finding.ts';
import { textOfHtml } from './plain-text.ts';
import { readXml } from './read-xml.ts';

const own = 'https://media.ca7.uscourts.gov';
const path =
  '/cgi-bin/OpinionsWeb/processWebInputExternal.pl?Time=month&startDate=&endDate=&Author=any&AuthorName=&Case=any&CaseYear=&CaseNum=&Rubmit=RssRecent&RssJudgeName=Sykes&OpsOnly=yes';

/**
 * The Seventh Circuit's opinions of the last month, of which only the watched appeals count. Traps: opinions uploaded in one minute
 * share a guid, so the number in the link tells them apart; dates carry named zones, not always the right ones.
 */
export function ca7(list: WatchList, origin?: string): Source {
  const [first] = list.appeals;
  if (!first) return { id: 'ca7', cron: '22 */2 * * *', feeds: [] };
  const feed: Feed = {
    id: 'opinions',
    name: 'Seventh Circuit opinions',
    page: at(own, undefined, '/'),
    why: first.why,
    scope: JSON.stringify(list.appeals.map(({ id, number, parties }) => [id, number, parties])),
    request: () => ({
      url: at(own, origin, path),
      accept: 'application/rss+xml, application/xml;q=0.9, text/xml;q=0.9',
    }),
    read: body => readOpinions(body, feed, list.appeals),
  };
  return { id: 'ca7', cron: '22 */2 * * *', feeds: [feed] };
}

type Item = NonNullable<ReturnType<typeof parseRssFeed>['items']>[number];

function readOpinions(body: string, feed: Feed, appeals: WatchList['appeals']): Parsed {
  const rss = readXml(body, 'item', text => parseRssFeed(text));
  if ('reason' in rss) return { ok: false, reason: rss.reason };
  return readItems(rss.value.items ?? [], item => finding(item, feed, appeals));
}

/** `FinalOpinion in case# 21-2913 A v. B (cv) {Judge} [uploaded: 01/17/2023]` */
const shape = /^(\w+) in case# ?(\d{2}-\d{1,5})\b ?(.*)$/;

function finding(item: Item, feed: Feed, appeals: WatchList['appeals']): Finding | string | undefined {
  const quote = textOfHtml(item.description ?? item.title ?? '');
  const [, what, number, rest] = shape.exec(quote.slice(0, 2_000)) ?? [];
  if (!what || !number || rest === undefined) return 'an opinion’s description has another shape';
  const name = rest.replace(/\s*(\[[^\]]*\]|\{[^}]*\}|\([a-z]{1,4}\))(?=\s|$)/g, '').trim();
  const appeal = appeals.find(appeal => appeal.number === number || named(name, appeal.parties));
  if (!appeal) return undefined;
  const uploaded = /\[uploaded: (\d\d\/\d\d\/\d{4})\]/.exec(rest)?.[1];
  return makeFinding('ca7', feed, {
    id: [
      number,
      /:N:(\d+)/.exec(item.link ?? '')?.[1] ??
        fingerprint([item.guid?.value ?? '', item.link ?? '', what], 12),
    ],
    kind: 'litigation',
    event: /opinion/i.test(what) ? 'opinion' : /order|disposition/i.test(what) ? 'order' : 'filing',
    title: `${name || appeal.name}, No. ${number}`,
    link: item.link,
    date: rssDay(item.pubDate ?? '') ?? usDate(uploaded ?? ''),
    quote,
    editable: [quote],
    caseName: name || appeal.name,
    why: appeal.why,
  });
}

/** True when each party stands in the name, in one of its spellings. */
function named(name: string, parties: readonly string[] | undefined): boolean {
  const title = ` ${letters(name)} `;
  return !!parties?.every(spellings =>
    spellings.split('|').some(spelling => title.includes(` ${letters(spelling)} `)),
  );
}

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
