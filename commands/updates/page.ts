import { wordsOf } from '../../src/i18n/words.ts';
import { developmentKinds } from '../../src/knowledge/content/entry.ts';
import { StoreUnavailable } from '../../src/lib/unavailable.ts';
import { pageWithin } from '../../src/messaging/page-within.ts';
import { pageRow } from '../../src/messaging/render.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import { bundledId, itemOf } from '../../src/news/approved/bundled.ts';
import { itemText } from '../../src/news/approved/item-text.ts';
import { type NewsItem, newestFirst } from '../../src/news/approved/news.ts';
import { updatesRoutes } from '../../src/news/routes.ts';
import type { Context } from '../services.ts';

/** Items on one page, and characters of it, which leave room for what stands around them in a message of 4,000. */
const perPage = 3;
const room = 3_500;

/** What a community has approved and what came with the bot, newest first, a page at a time. */
export async function updatesPage(context: Context, wished: string | undefined, at: number): Promise<Reply> {
  const { language } = context;
  const words = wordsOf(language).digest;
  const kind = developmentKinds.find(name => name === wished);
  const shown = (await allNews(context)).filter(item => !kind || item.kind === kind);
  const pages = packed(shown, item => itemText(item, language).length);
  const page = pageWithin(at, pages.length);
  const here = pages[page] ?? [];
  const unreviewed = here.some(item => item.unreviewed?.includes(language));
  return {
    title: kind ? `${words.updatesTitle} · ${wordsOf(language).answers.kind[kind]}` : words.updatesTitle,
    text: here.map(item => itemText(item, language)).join('\n\n') || words.noUpdates,
    full: true,
    notes: unreviewed ? [wordsOf(language).answers.unreviewed] : [],
    legal: true,
    rows: [
      pageRow(to => updatesRoutes.page({ kind: kind ?? 'all', page: to }), page, pages.length, language),
    ],
  };
}

/** The items in pages, each as full as it may be; one empty page where there are none. */
function packed(items: readonly NewsItem[], lengthOf: (item: NewsItem) => number): readonly NewsItem[][] {
  const pages: NewsItem[][] = [[]];
  let used = 0;
  for (const item of items) {
    const length = lengthOf(item);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length === perPage || used + length > room)) {
      pages.push([item]);
      used = length;
    } else {
      page.push(item);
      used += length;
    }
  }
  return pages;
}

async function allNews({ guild, services }: Context): Promise<readonly NewsItem[]> {
  const { knowledge, news } = services;
  const approved = guild ? await news.news.current(guild.id).catch(orNothing) : undefined;
  const items = approved?.items ?? [];
  const known = new Set(items.map(({ id }) => id));
  const shipped = knowledge.developments
    .filter(development => !known.has(bundledId(development)))
    .map(development => ({ ...itemOf(development, knowledge), n: 0, approvedAt: development.asOf }));
  return newestFirst([...items, ...shipped]);
}

/** What came with the bot is shown also while the storage is away. */
function orNothing(error: unknown): undefined {
  if (!(error instanceof StoreUnavailable)) throw error;
}
