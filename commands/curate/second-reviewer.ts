import type { Language } from '../../src/i18n/language.ts';
import { curateWords } from '../../src/i18n/words/curate.ts';
import type { Context } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import type { Reply } from '../../src/messaging/reply.ts';

/** The language of what several people read. */
export const communityLanguage = (context: Context): Language => context.guild?.language ?? context.language;

/** Posts a card into the review channel; the text tells the writer where it waits, or why it could not be put there. */
export async function postForSecond(
  card: Reply,
  context: Context,
): Promise<{ readonly done: boolean; readonly text: string }> {
  const words = curateWords[context.language].second;
  const { settings, faq } = context.services;
  const guildId = serverId(context);
  const { reviewChannel } = await settings.fresh(guildId);
  if (!reviewChannel) return { done: false, text: words.noChannel };
  const posted = await faq.review.post(guildId, { channelId: reviewChannel, reply: card });
  const mention = `<#${reviewChannel}>`;
  return { done: posted.done, text: posted.done ? words.sent(mention) : words.notSent(mention) };
}
