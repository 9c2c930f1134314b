import { type Atom, parseAtomFeed } from 'feedsmith';
import type { Finding } from '../model/finding.ts';
import { at, type Feed, type Parsed, type Source } from '../model/source.ts';
import { dayIn, isoDate } from './dates.ts';
import { docketEvent } from './docket-event.ts';
import type { WatchList } from './list.ts';
import { fingerprint, makeFinding, readItems } from './make-finding.ts';
import { oneLine, textOfHtml } from './plain-text.ts';
import { readXml } from './read-xml.ts';

const own = 'https://www.courtlistener.com';

/**
 * CourtListener's Atom feed of each docket: its newest thirty entries. The site caches it for five minutes; an hour is often enough.
 * Traps: entries have `published` (midnight Pacific of the filing day) and no `updated`; the id holds the case's name, which can change, so
 * only its fragment (`entry-12`) counts; the text may be edited later; an entry may come long after its filing day.
 */
export function courtlistener(list: WatchList, origin?: string): Source {
  return {
    id: 'courtlistener',
    cron: '7 * * * *',
    feeds: list.dockets.map(docket => docketFeed(docket, origin)),
  };
}

function docketFeed(docket: WatchList['dockets'][number], origin: string | undefined): Feed {
  const path = `/docket/${docket.id}/feed/`;
  const feed: Feed = {
    id: docket.id,
    name: `${docket.name}, ${docket.number}`,
    page: at(own, undefined, `/docket/${docket.id}/`),
    why: docket.why,
    scope: path,
    request: () => ({ url: at(own, origin, path), accept: 'application/atom+xml, application/xml;q=0.9' }),
    read: body => readDocket(body, feed, docket),
  };
  return feed;
}

type Entry = Atom.Entry<string>;

function readDocket(body: string, feed: Feed, docket: WatchList['dockets'][number]): Parsed {
  const atom = readXml(body, 'entry', text => parseAtomFeed(text));
  if ('reason' in atom) return { ok: false, reason: atom.reason };
  return readItems(atom.value.entries ?? [], entry => finding(entry, feed, docket));
}

function finding(entry: Entry, feed: Feed, docket: WatchList['dockets'][number]): Finding | string {
  if (!entry.id) return 'an entry has no id';
  const title = text(entry.title);
  const quote = textOfHtml(entry.summary?.value ?? entry.content?.value ?? '');
  const unnumbered = title.startsWith('Minute entry');
  return makeFinding('courtlistener', feed, {
    id: [docket.id, /#([a-z-]*entry-\d+)$/.exec(entry.id)?.[1] ?? fingerprint([entry.id])],
    kind: 'litigation',
    event: docketEvent(quote) ?? (unnumbered ? 'minute-entry' : 'filing'),
    title: title || feed.name,
    link: entry.links?.find(link => link.rel !== 'enclosure' && link.rel !== 'self')?.href,
    date: filingDay(entry, title),
    quote,
    editable: [quote],
    caseName: / in (.{3,}), [^,]+$/.exec(title.slice(0, 400))?.[1] ?? docket.name,
  });
}

/** The feed writes midnight Pacific of the filing day, in whatever zone. */
function filingDay(entry: Entry, title: string): string | undefined {
  const written = entry.published ?? entry.updated;
  const day = written ? dayIn('America/Los_Angeles', new Date(written)) : undefined;
  if (day) return day;
  const parts = /^Scheduler entry from (\d{4})-(\d\d)-(\d\d)/.exec(title);
  return parts ? isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

function text(construct: Entry['title']): string {
  const html = construct?.type === 'html' || construct?.type === 'xhtml';
  return html ? textOfHtml(construct?.value ?? '') : oneLine(construct?.value ?? '');
}
