import { writtenDate } from '../../src/i18n/dates.ts';
import { inLanguage, type Language } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import {
  type Development,
  type DevelopmentKind,
  developmentKinds,
  type Knowledge,
} from '../../src/knowledge/content/entry.ts';
import { pageWithin } from '../../src/messaging/page-within.ts';
import { pageRow } from '../../src/messaging/render.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import type { Route } from '../../src/messaging/route.ts';
import type { Context } from '../services.ts';
import { sourceLines } from './entry-reply.ts';

/** Developments on one page: they stay well under Discord's 4,000 characters even when all are as long as they may be. */
const perPage = 4;

/** The choices of a `kind` option. */
export const kindChoices = developmentKinds.map(value => ({
  value,
  label: (language: Language) => wordsOf(language).answers.kind[value],
}));

export interface Paging {
  /** Only this kind; anything else shows all. */
  readonly kind: string | undefined;
  readonly at: number;
  readonly turn: (page: number) => Route;
}

/** Developments, newest first, a page at a time, each with its date, kind and sources. */
export function timelinePage(
  all: readonly Development[],
  title: string,
  context: Context,
  { kind, at, turn }: Paging,
): Reply {
  const { language, services } = context;
  const words = wordsOf(language).answers;
  const known = developmentKinds.find(name => name === kind);
  const shown = known ? all.filter(development => development.kind === known) : all;
  const pages = Math.max(1, Math.ceil(shown.length / perPage));
  const page = pageWithin(at, pages);
  const here = shown.slice(page * perPage, (page + 1) * perPage);
  const translated = here.some(
    development => inLanguage(development.text, language).translation === 'unreviewed',
  );
  return {
    title: known ? `${title} · ${words.kind[known]}` : title,
    text:
      here.map(item => developmentText(item, services.knowledge, language)).join('\n\n') ||
      words.timelineEmpty,
    full: true,
    notes: translated ? [words.unreviewed] : [],
    legal: true,
    rows: [pageRow(turn, page, pages, language)],
  };
}

/** One development: date and kind, headline, summary, links to its sources. */
export function developmentText(development: Development, knowledge: Knowledge, language: Language): string {
  const { title, body } = inLanguage(development.text, language);
  const kind: DevelopmentKind = development.kind;
  const links = sourceLines(development.sources, knowledge, language)
    .slice(0, 2)
    .map(({ label, url }) => (url ? `[${label}](${url})` : label));
  return [
    `**${writtenDate(development.date, language)} · ${wordsOf(language).answers.kind[kind]}**`,
    `**${title}**`,
    body,
    `-# ${links.join(' · ')}`,
  ].join('\n');
}
