import { fallbackLanguage } from '../../src/i18n/languages.ts';
import type { Filing } from './samples.ts';

/** The docket in which the stand-in files: the first that the content pack watches. */
export interface Docket {
  /** CourtListener's number. */
  readonly id: string;
  readonly name: string;
  /** The court's own. */
  readonly number: string;
}

/** As many entries as CourtListener shows. */
const shown = 30;
const zone = 'America/Los_Angeles';

/** The day in California, where CourtListener's dates are from: `2026-03-12`. */
export const dayOf = (now: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);

/**
 * A docket's Atom feed as CourtListener writes it: `published` at midnight Pacific of the filing day, no `updated` in the entries, the text of a clerk
 * as HTML. Links lead to the stand-in.
 */
export function docketFeed(
  { id, name, number }: Docket,
  origin: string,
  path: string,
  filings: readonly Filing[],
): string {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const entries = filings.slice(0, shown).map(({ anchor, title, day, text }) => {
    const page = safe(`${origin}/docket/${id}/${slug}/?order_by=desc#${anchor}`);
    return (
      `<entry><title>${safe(`SAMPLE DATA: ${title} in ${name}, ${number}`)}</title>` +
      `<link href="${page}" rel="alternate"/><published>${midnight(day)}</published><id>${page}</id>` +
      `<summary type="html">${safe(safe(text))}</summary></entry>`
    );
  });
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xml:lang="en-us" xmlns="http://www.w3.org/2005/Atom">' +
    `<title>Docket updates (SAMPLE DATA)</title><link href="${origin}/" rel="alternate"/><link href="${origin}${path}" rel="self"/>` +
    `<id>${origin}/</id><author><name>Sandbox</name></author>${entries.join('')}</feed>`
  );
}

/** The page that the entries' links lead to. */
export function docketPage(filings: readonly Filing[]): string {
  const entries = filings.map(
    ({ anchor, title, day, text }) =>
      `<article id="${safe(anchor)}"><h2>${safe(title)} · ${day}</h2><p>${safe(text)}</p></article>`,
  );
  return (
    `<!doctype html><html lang="${fallbackLanguage}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    '<meta name="color-scheme" content="light dark"><title>Sample docket</title><h1>Sample docket</h1>' +
    `<p>Part of the sandbox. No court filed any of this.</p>${entries.join('')}</html>`
  );
}

/** Midnight Pacific of a day. Clocks change at two in the morning, so one o'clock has the offset of midnight. */
function midnight(day: string): string {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${day}T08:00:00Z`))
    .find(part => part.type === 'timeZoneName')?.value;
  return `${day}T00:00:00${name?.replace('GMT', '') || '-08:00'}`;
}

/** Text as it stands in XML and HTML. */
const safe = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
