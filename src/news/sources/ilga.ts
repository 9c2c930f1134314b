import { XMLParser } from 'fast-xml-parser';
import type { Finding } from '../model/finding.ts';
import { at, type Feed, type Parsed, type Source } from '../model/source.ts';
import { usDate } from './dates.ts';
import type { WatchList } from './list.ts';
import { fingerprint, makeFinding, readItems } from './make-finding.ts';
import { textOfHtml } from './plain-text.ts';
import { readXml } from './read-xml.ts';

const own = 'https://www.ilga.gov';

/**
 * The Illinois General Assembly's status file of each bill. Traps: `actions` is a flat run of `statusdate`, `chamber`, `action`, where each date
 * begins a new one; actions have no ids, so the id is made of their words (a last part that begins with a dot, by which `fresh.ts` knows an
 * edited one); short titles mislead. The server is reported to leave out its intermediate certificate: where that is so, name it with NODE_EXTRA_CA_CERTS.
 */
export function ilga(list: WatchList, origin?: string): Source {
  return { id: 'ilga', cron: '12 */4 * * *', feeds: list.bills.map(bill => billFeed(bill, origin)) };
}

type Bill = WatchList['bills'][number];

function billFeed(bill: Bill, origin: string | undefined): Feed {
  const [, type = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(bill.bill) ?? [];
  const file = `${bill.assembly}00${type}${number.padStart(4, '0')}.xml`;
  const path = `/ftp/legislation/${bill.assembly}/BillStatus/XML/${file}`;
  const feed: Feed = {
    id: `${bill.assembly}-${bill.bill}`,
    name: `${bill.bill}: ${bill.name}`,
    page: bill.page,
    why: bill.why,
    scope: path,
    request: () => ({ url: at(own, origin, path), accept: 'application/xml, text/xml;q=0.9' }),
    read: body => readBill(body, feed, bill),
  };
  return feed;
}

/** Entities are left as they are written; `textOfHtml` resolves the harmless ones. */
const parser = new XMLParser({ preserveOrder: true, processEntities: false, parseTagValue: false });

interface Node {
  readonly statusdate?: unknown;
  readonly chamber?: unknown;
  readonly action?: unknown;
}

interface Action {
  date: string;
  chamber: string;
  action: string;
}

function readBill(body: string, feed: Feed, bill: Bill): Parsed {
  const xml = readXml(body, 'statusdate', text => parser.parse(text, true));
  if ('reason' in xml) return { ok: false, reason: xml.reason };
  const actions = listOfActions(xml.value);
  if (!actions) return { ok: false, reason: 'it has no list of actions' };
  const twins = new Map<string, number>();
  return readItems(runs(actions), action => finding(action, twins, feed, bill));
}

const sponsoring = /^(added|removed|chief|alternate|primary)\b.*\bsponsor\b/i;

function finding(action: Action, twins: Map<string, number>, feed: Feed, bill: Bill): Finding | string {
  const date = usDate(action.date);
  if (!date) return 'an action has no readable date';
  const words = fingerprint([action.chamber, action.action], 10);
  const twin = (twins.get(date + words) ?? 0) + 1;
  twins.set(date + words, twin);
  return makeFinding('ilga', feed, {
    id: [feed.id, date, twin > 1 ? `.${words}.${twin}` : `.${words}`],
    kind: 'law',
    event: sponsoring.test(action.action) ? 'bill-sponsor' : 'bill-action',
    title: `${bill.bill}: ${action.action}`,
    link: bill.page,
    date,
    quote: action.chamber ? `${action.chamber}: ${action.action}` : action.action,
    editable: [action.chamber, action.action],
    caseName: feed.name,
  });
}

/** The flat run as records; a part that is missing leaves its record incomplete, never shifts the next. */
function runs(nodes: readonly Node[]): Action[] {
  const actions: Action[] = [];
  for (const node of nodes) {
    const last = actions.at(-1);
    if (node.statusdate) actions.push({ date: textOf(node.statusdate), chamber: '', action: '' });
    else if (node.chamber && last) last.chamber = textOf(node.chamber);
    else if (node.action && last) last.action = textOf(node.action);
  }
  return actions.filter(({ action }) => action);
}

/** Looked for below whatever the root is called: its name is not documented. */
function listOfActions(roots: unknown): readonly Node[] | undefined {
  const below = Object.values((Array.isArray(roots) ? roots : []).at(-1) ?? {}).find(Array.isArray) ?? [];
  const actions = below.find(node => Array.isArray(node?.actions))?.actions;
  return actions;
}

function textOf(nodes: unknown): string {
  const texts = (Array.isArray(nodes) ? nodes : [])
    .map(node => node?.['#text'])
    .filter(text => typeof text === 'string');
  return textOfHtml(texts.join(' '));
}
