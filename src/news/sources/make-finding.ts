import { createHash } from 'node:crypto';
import type { DevelopmentKind } from '../../knowledge/content/entry.ts';
import { shorten } from '../../messaging/markdown.ts';
import { type EventName, type Finding, findingLimits, findingSchema } from '../model/finding.ts';
import type { Feed, Parsed } from '../model/source.ts';

/** The first characters of a SHA-256 in base64url; 16 are 96 bits. */
export function fingerprint(parts: readonly string[], length = 16): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, length);
}

/** What a source knows of one thing; texts are plain already and of any length. */
export interface Raw {
  /** Parts of the id, after the source's name. */
  readonly id: readonly string[];
  readonly kind: DevelopmentKind;
  readonly event: EventName;
  readonly title: string;
  /** As the source gives it; anything but http(s) is replaced by the feed's page. */
  readonly link: string | undefined;
  readonly date: string | undefined;
  readonly quote: string;
  /** What an editor at the source may change; all of it is in the hash. */
  readonly editable: readonly string[];
  readonly caseName?: string;
  /** Where it differs from the feed's. */
  readonly why?: Feed['why'];
}

/** A finding within its limits, or why it is none. */
export function makeFinding(source: string, feed: Feed, raw: Raw): Finding | string {
  if (!raw.date) return 'an item has no readable date';
  const finding = findingSchema.safeParse({
    source,
    feed: feed.id,
    id: findingId(source, raw.id),
    kind: raw.kind,
    event: raw.event,
    title: shorten(raw.title || feed.name, findingLimits.title),
    link: webLink(raw.link, feed.page),
    date: raw.date,
    quote: shorten(raw.quote, findingLimits.quote),
    hash: fingerprint([raw.date, ...raw.editable]),
    why: raw.why ?? feed.why,
    ...(raw.caseName ? { caseName: shorten(raw.caseName, findingLimits.caseName) } : {}),
  });
  return finding.success ? finding.data : `an item has no usable ${finding.error.issues[0]?.path.join('.')}`;
}

function findingId(source: string, parts: readonly string[]): string {
  const id = [source, ...parts].join(':');
  const usable = /^[A-Za-z0-9:._~-]+$/.test(id) && id.length <= findingLimits.id - 12;
  return usable ? id : `${source}:${fingerprint(parts)}`;
}

/** The address when it is http(s) and short enough, else the page. Relative ones are taken from the page. */
function webLink(link: string | undefined, page: string): string {
  const url = link ? URL.parse(link.trim(), page) : null;
  const web = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return web && url.href.length <= findingLimits.link ? url.href : page;
}

/** More items than any real page has; a longer body is refused whole. */
const itemLimit = 2_000;

/**
 * Reads each item on its own: a finding, undefined for one that is not asked for, or the reason it cannot be read. When none of several
 * can be read, the shape has changed, and the body is refused.
 */
export function readItems<T>(items: readonly T[], read: (item: T) => Finding | string | undefined): Parsed {
  if (items.length > itemLimit) return { ok: false, reason: `more than ${itemLimit} items` };
  const findings: Finding[] = [];
  const skipped: string[] = [];
  for (const item of items) {
    const result = read(item);
    if (typeof result === 'string') skipped.push(result);
    else if (result) findings.push(result);
  }
  const [reason] = skipped;
  if (reason !== undefined && skipped.length === items.length) return { ok: false, reason };
  return { ok: true, findings, skipped };
}
