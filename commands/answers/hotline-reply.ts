import { writtenDate } from '../../src/i18n/dates.ts';
import { inLanguage, type Language } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Hotline } from '../../src/knowledge/content/entry.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import type { Context } from '../services.ts';
import { sourceLines } from './entry-reply.ts';

/** All lines and addresses, each with the day it was last confirmed, and their sources. */
export function hotlineAnswer(context: Context): Reply {
  const { knowledge } = context.services;
  const { language } = context;
  const refs = knowledge.hotlines.flatMap(line => line.sources);
  return {
    title: wordsOf(language).answers.hotlineTitle,
    text: knowledge.hotlines.map(line => hotlineText(line, language)).join('\n\n'),
    sources: sourceLines(refs, knowledge, language),
    full: true,
    legal: true,
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
  const reach = [
    line.phone && `${words.call} **${line.phone}**`,
    line.email,
    line.url && `<${line.url}>`,
  ].filter(Boolean);
  const details = [
    line.hours && `${words.hours}: ${inLanguage(line.hours, language)}`,
    line.spokenLanguages && `${words.speaks}: ${inLanguage(line.spokenLanguages, language)}`,
    words.lastConfirmed({ date: writtenDate(line.asOf, language) }),
  ].filter(Boolean);
  return [
    `**${inLanguage(line.name, language)}**`,
    inLanguage(line.purpose, language),
    reach.join(' · '),
    `-# ${details.join(' · ')}`,
  ].join('\n');
}
