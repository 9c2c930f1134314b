import type { DraftView, PublishOutcome } from '../../src/community/drafts/drafts.ts';
import { limits } from '../../src/community/entries/content.ts';
import { languages } from '../../src/i18n/language.ts';
import { curateWords } from '../../src/i18n/words/curate.ts';
import type { Context, PressContext } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain } from '../../src/messaging/markdown.ts';
import type { Answer, Button, Reply, Row } from '../../src/messaging/reply.ts';
import { draftReply, who } from './draft-reply.ts';
import { entryForm } from './entry-form.ts';
import { wholeNumber } from './route-parts.ts';
import { communityLanguage, postForSecond } from './second-reviewer.ts';

type Parts = readonly string[];

/** `see DRAFT VERSION own|card LANGUAGE PAGE`: another page or language of the preview. */
export async function see([id = '', , kind, shown, page]: Parts, context: PressContext): Promise<Reply> {
  const view = await context.services.faq.curation.view(serverId(context), id);
  if (!view || view.draft.published) return gone(context);
  const card = kind === 'card';
  const reply = draftReply(view, {
    language: card ? communityLanguage(context) : context.language,
    shown: languages.find(language => language === shown) ?? context.language,
    page: Number(page) || 0,
    now: context.now,
    card,
  });
  return { ...reply, placement: 'update' };
}

/** `redo DRAFT VERSION BASE`: opens the form with the kept text; `base` is the revision its writer was shown. */
export async function redo([id = '', , base]: Parts, context: PressContext): Promise<Answer> {
  const view = await context.services.faq.curation.view(serverId(context), id);
  if (!view || view.draft.published) return gone(context);
  const route = ['curate', 'draft', id, String(view.draft.version), String(wholeNumber(base))] as const;
  return entryForm(route, 'edit', view.draft.content, context.language);
}

/** `discard DRAFT` */
export async function discard([id = '']: Parts, context: PressContext): Promise<Reply> {
  await context.services.faq.curation.discard(serverId(context), id);
  return { text: curateWords[context.language].discarded, placement: 'update' };
}

/** `publish DRAFT VERSION` */
export async function publish([id = '', version]: Parts, context: PressContext): Promise<Reply> {
  const { curation } = context.services.faq;
  const seen = { version: Number(version), by: context.viewer.id };
  const outcome = await curation.publish(serverId(context), id, seen);
  return await publishReply(outcome, context);
}

async function publishReply(outcome: PublishOutcome, context: PressContext): Promise<Reply> {
  const words = curateWords[context.language];
  const onCard = !context.message.private;
  if ('view' in outcome) {
    const { view, reason } = outcome;
    if (reason === 'second')
      return onCard ? { text: words.second.own, visibility: 'private' } : await askSecond(view, context);
    if (reason !== 'changed')
      return { ...ownReply(view, context), ...(!onCard && { placement: 'update' as const }) };
    const reply = onCard
      ? cardReply(view, context, 'update')
      : { ...ownReply(view, context), placement: 'update' as const };
    return { ...reply, banner: words.draftChanged };
  }
  if (!('entry' in outcome)) {
    return {
      text: outcome.reason === 'gone' ? words.draftGone : words.full(limits.entries),
      visibility: 'private',
    };
  }
  const entry = await context.services.faq.curation.entry(serverId(context), outcome.entry);
  const revision = entry?.revisions.find(({ n }) => n === outcome.n);
  const title = plain(revision?.content?.title ?? '');
  const rows: Row[] = [
    [
      { label: words.edit, route: ['curate', 'open', outcome.entry] },
      { label: words.history, route: ['curate', 'history', outcome.entry, '0'] },
    ],
  ];
  if (!outcome.done && outcome.reason === 'same')
    return { text: words.same(title), rows, placement: 'update' };
  if (!outcome.done && !onCard) return { text: words.already(title), rows, placement: 'update' };
  const said =
    revision?.approvedBy === undefined
      ? words.published(title)
      : words.publishedBy(title, who(revision.by), who(revision.approvedBy));
  return { text: said, rows, placement: 'update' };
}

/** `here DRAFT VERSION`: shows the draft in this channel, for a second moderator. */
export async function showHere([id = '']: Parts, context: PressContext): Promise<Reply> {
  const view = await context.services.faq.curation.view(serverId(context), id);
  if (!view || view.draft.published) return gone(context);
  return { ...cardReply(view, context, 'new'), visibility: 'channel' };
}

/** Puts the draft where other moderators find it. */
async function askSecond(view: DraftView, context: PressContext): Promise<Reply> {
  const posted = await postForSecond(cardReply(view, context, 'new'), context);
  if (posted.done) return { text: posted.text, placement: 'update' };
  const own = ownReply(view, context);
  const showHere: Button = {
    label: curateWords[context.language].second.showHere,
    route: ['curate', 'here', view.id, String(view.draft.version)],
  };
  return { ...own, banner: posted.text, rows: [[showHere], ...(own.rows ?? [])], placement: 'update' };
}

/** What its writer sees, alone. */
export const ownReply = (view: DraftView, { language, now }: Context): Reply =>
  draftReply(view, { language, now });

/** What a second moderator sees. */
export const cardReply = (view: DraftView, context: Context, placement: 'new' | 'update'): Reply => ({
  ...draftReply(view, { language: communityLanguage(context), now: context.now, card: true }),
  placement,
});

/** The draft is not kept any more. */
export const gone = ({ language }: Context): Reply => ({
  text: curateWords[language].draftGone,
  visibility: 'private',
});
