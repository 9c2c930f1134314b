import { writtenDate } from '../../src/i18n/dates.ts';
import { inLanguage, type Language } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Hotline } from '../../src/knowledge/content/entry.ts';
import { tappable } from '../../src/knowledge/content/phone-numbers.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import type { Context } from '../services.ts';
import { sourceLines } from './entry-reply.ts';
import { hotlineRoutes } from './routes.ts';

/** All lines and addresses in the order of need, each with the day it was last confirmed; their sources are a button away. */
export function hotlineAnswer({ services, language }: Context, page = 0): Reply {
  const words = wordsOf(language).answers;
  return {
    title: words.hotlineTitle,
    text: services.knowledge.hotlines.map(line => hotlineText(line, language)).join('\n\n'),
    full: true,
    legal: true,
    language,
    pages: { at: page, turn: at => hotlineRoutes.open({ language, page: at }) },
    rows: [[{ label: words.sources, route: hotlineRoutes.sources({ language }) }]],
  };
}

/** Where the lines of `/hotline` come from. */
export function hotlineSources({ services, language }: Context, page = 0): Reply {
  const { knowledge } = services;
  const lines = sourceLines(
    knowledge.hotlines.flatMap(({ sources }) => sources),
    knowledge,
    language,
  );
  const words = wordsOf(language).answers;
  return {
    title: `${words.hotlineTitle}: ${words.sources}`,
    text: lines.map(({ label, url }) => `- ${url ? `[${label}](${url})` : label}`).join('\n'),
    full: true,
    language,
    pages: { at: page, turn: at => hotlineRoutes.sources({ language, page: at }) },
  };
}

/** The lines to show where the bot has no answer. */
export const firstHotlines = ({ services, language }: Context): string =>
  services.knowledge.hotlines
    .filter(line => line.first)
    .map(line => hotlineText(line, language))
    .join('\n\n');

function hotlineText(line: Hotline, language: Language): string {
  const words = wordsOf(language).answers;
  const date = writtenDate(line.asOf, language);
  const reach = [
    line.phone && `${words.call} ${numberToTap(line.phone)}`,
    line.email,
    line.url && `<${line.url}>`,
  ].filter(Boolean);
  const details = [
    line.hours && `${words.hours}: ${inLanguage(line.hours, language)}`,
    line.spokenLanguages && `${words.speaks}: ${inLanguage(line.spokenLanguages, language)}`,
    line.callBeforeUse ? words.asOf({ date }) : words.lastConfirmed({ date }),
  ].filter(Boolean);
  return [
    `**${inLanguage(line.name, language)}**`,
    inLanguage(line.purpose, language),
    reach.join(' · '),
    `-# ${details.join(' · ')}`,
  ].join('\n');
}

/** As the app calls it, and as people read it out; 911 and 988 are both at once. */
function numberToTap(phone: string): string {
  const tapped = tappable(phone);
  return tapped === phone ? `**${phone}**` : `${tapped} (**${phone}**)`;
}
