import { writtenDate } from '../../src/i18n/dates.ts';
import { type Language, languages } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';

import type { Entry } from '../../src/knowledge/content/entry.ts';
import type { Awaitable } from '../../src/lib/types.ts';
import { plain } from '../../src/messaging/markdown.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import type { Context, PressContext } from '../services.ts';
import { faqAnswer } from './community-reply.ts';
import { entryAnswer } from './entry-reply.ts';

/** The answer to an entry of the knowledge base where the person is: a community's own copy goes before it, and news that its
 * moderators tied to it stands on top. */
export function answerEntry(entry: Entry, context: Context, language: Language, page = 0): Awaitable<Reply> {
  return context.guild
    ? answerInServer(entry, context, context.guild.id, language, page)
    : entryAnswer(entry, context, language, page);
}

async function answerInServer(
  entry: Entry,
  context: Context,
  guildId: string,
  language: Language,
  page: number,
): Promise<Reply> {
  const { faq, updates } = context.services;
  const [own, news] = await Promise.all([
    faq.overlay(guildId, entry.id),
    updates.news.since(guildId, entry.id, language),
  ]);
  if (!own) faq.usage.count(guildId, entry.id);
  const answer = own ? faqAnswer(own, context, language) : entryAnswer(entry, context, language, page);
  if (!news) return answer;
  const line = wordsOf(language).answers.newSince({
    date: writtenDate(news.date, language),
    headline: plain(news.line),
  });
  return { ...answer, text: `${line}\n\n${answer.text ?? ''}` };
}

/** Presses of an answer's buttons: `open` an entry here, `show` it to the channel in the server's language. */
export async function pressEntry(parts: readonly string[], context: PressContext): Promise<Reply> {
  const [verb, id = '', wished, page] = parts;
  const entry = context.services.knowledge.entries.get(id);
  if (!entry) return { text: wordsOf(context.language).errors.stale, visibility: 'private' };
  if (verb === 'show') {
    const answer = await answerEntry(entry, { ...context, shared: true }, context.channelLanguage);
    return { ...answer, visibility: 'channel' };
  }
  const language = languages.find(known => known === wished) ?? context.language;
  const at = Number(page ?? 0);
  const answer = await answerEntry(entry, context, language, Number.isInteger(at) ? at : 0);
  return placedHere(answer);
}

/** The same answer in place of the message pressed on; one object an answer, so that it is rendered once. */
const here = new WeakMap<Reply, Reply>();
function placedHere(answer: Reply): Reply {
  const known = here.get(answer);
  if (known) return known;
  const placed: Reply = { ...answer, placement: 'update' };
  here.set(answer, placed);
  return placed;
}
