import type { Language } from '../../src/i18n/language.ts';
import { answerWords, writtenDate } from '../../src/i18n/words/answers.ts';
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
    title: answerWords[language].hotlineTitle,
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
  const words = answerWords[language];
  const reach = [
    line.phone && `${words.call} **${line.phone}**`,
    line.email,
    line.url && `<${line.url}>`,
  ].filter(Boolean);
  const details = [
    line.hours && `${words.hours}: ${line.hours[language]}`,
    line.spokenLanguages && `${words.speaks}: ${line.spokenLanguages[language]}`,
    words.lastConfirmed(writtenDate(line.asOf, language)),
  ].filter(Boolean);
  return [
    `**${line.name[language]}**`,
    line.purpose[language],
    reach.join(' · '),
    `-# ${details.join(' · ')}`,
  ].join('\n');
}
