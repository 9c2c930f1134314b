import { writtenDate } from '../../src/i18n/dates.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { chosenLanguage } from '../../src/interactions/chosen-language.ts';
import { onPress, type RouteHandler } from '../../src/interactions/route-handler.ts';
import type { Entry } from '../../src/knowledge/content/entry.ts';
import type { Awaitable } from '../../src/lib/types.ts';
import { plain } from '../../src/messaging/markdown.ts';
import { type Reply, say } from '../../src/messaging/reply.ts';
import type { Context, PressContext, Services } from '../services.ts';
import { faqAnswer } from './community-reply.ts';
import { entryAnswer } from './entry-reply.ts';
import { entryRoutes } from './routes.ts';

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
  const { community, news } = context.services;
  const [own, since] = await Promise.all([
    community.override(guildId, entry.id),
    news.news.since(guildId, entry.id, language),
  ]);
  if (!own) community.usage.count(guildId, entry.id);
  const answer = own ? faqAnswer(own, context, language) : entryAnswer(entry, context, language, page);
  if (!since) return answer;
  const line = wordsOf(language).answers.newSince({
    date: writtenDate(since.date, language),
    headline: plain(since.line),
  });
  return { ...answer, text: `${line}\n\n${answer.text ?? ''}` };
}

/** What answers the buttons and menus of a command's entries: opened here, or shown to the channel in the server's language. */
export function entryHandlers(command: string): readonly RouteHandler<Services>[] {
  const routes = entryRoutes(command);
  return [
    onPress(routes.open, ({ entry, language, page }, context: PressContext) =>
      openEntry(entry, context, language ?? chosenLanguage(context), page),
    ),
    onPress(routes.choose, (_values, context: PressContext) =>
      openEntry(context.values[0] ?? '', context, context.language),
    ),
    onPress(routes.show, async ({ entry: id }, context: PressContext) => {
      const entry = context.services.knowledge.entries.get(id);
      if (!entry) return say(wordsOf(context.language).errors.stale);
      const answer = await answerEntry(entry, { ...context, shared: true }, context.channelLanguage);
      return { ...answer, visibility: 'channel' };
    }),
  ];
}

async function openEntry(id: string, context: PressContext, language: Language, page = 0): Promise<Reply> {
  const entry = context.services.knowledge.entries.get(id);
  if (!entry) return say(wordsOf(context.language).errors.stale);
  return { ...(await answerEntry(entry, context, language, page)), placement: 'update' };
}
