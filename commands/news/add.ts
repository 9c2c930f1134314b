import { newsroomWords } from '../../src/i18n/words/newsroom.ts';
import type { Args, Context } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { developmentKinds } from '../../src/knowledge/content/entry.ts';
import { type Answer, say } from '../../src/messaging/reply.ts';
import { cardForm } from './card-form.ts';

/** `/news add`: keeps kind, link and date, and opens the same form that a card opens. */
export async function addNews(args: Args, context: Context): Promise<Answer> {
  const words = newsroomWords[context.language].add;
  const kind = developmentKinds.find(name => name === args.string('kind'));
  const link = linkOf(args.string('link') ?? '');
  const date = dateOf(args.string('date') ?? '');
  if (!kind) return say(words.kind);
  if (!link) return say(words.link);
  if (!date) return say(words.date);
  const { queue } = context.services.updates;
  const id = await queue.begin(serverId(context), { kind, link, date });
  const card = await queue.card(serverId(context), id);
  return card ? cardForm(id, card, context.language, 'approve') : say(words.expired);
}

function linkOf(typed: string): string | undefined {
  const url = URL.parse(typed.trim());
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.href.length <= 500
    ? url.href
    : undefined;
}

/** A day that exists, written as 2025-07-25. */
function dateOf(typed: string): string | undefined {
  const text = typed.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
}
