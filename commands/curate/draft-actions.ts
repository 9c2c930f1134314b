import type { DraftView, PublishOutcome } from '../../src/community/drafts/drafts.ts';
import { limits } from '../../src/community/entries/content.ts';
import { curateRoutes } from '../../src/community/routes.ts';
import { asLanguage } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { chosenLanguage } from '../../src/interactions/chosen-language.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain } from '../../src/messaging/markdown.ts';
import { type Answer, type Button, type Reply, type Row, say } from '../../src/messaging/reply.ts';
import type { Values } from '../../src/messaging/route-parts.ts';
import { spokenLanguage } from '../answers/entry-content-reply.ts';
import type { Context, PressContext } from '../services.ts';
import { draftReply, who } from './draft-reply.ts';
import { entryForm } from './entry-form.ts';
import { communityLanguage, postForSecond } from './second-reviewer.ts';

/** Another page or language of the preview. */
export async function see(
  { draft: id, kind, language: shown, page }: Values<typeof curateRoutes.see.shape>,
  context: PressContext,
): Promise<Reply> {
  const view = await context.services.community.curation.view(serverId(context), id);
  if (!view || view.draft.published) return gone(context);
  const card = kind === 'card';
  const reply = draftReply(view, {
    language: card ? communityLanguage(context) : context.language,
    shown,
    page,
    now: context.now,
    card,
  });
  return { ...reply, placement: 'update' };
}

/** The preview in the language chosen from a menu. */
export const seeIn = (
  values: Values<typeof curateRoutes.seeIn.shape>,
  context: PressContext,
): Promise<Reply> => see({ ...values, language: chosenLanguage(context), page: 0 }, context);

/** Opens the form with the kept text; `base` is the revision its writer was shown. */
export async function redo(
  { draft: id, base, language: chosen }: Values<typeof curateRoutes.redo.shape>,
  context: PressContext,
): Promise<Answer> {
  const view = await context.services.community.curation.view(serverId(context), id);
  if (!view || view.draft.published) return gone(context);
  const { content, version } = view.draft;
  const writing = chosen ?? asLanguage(context.values[0]) ?? spokenLanguage(content, context.language);
  return entryForm({
    route: curateRoutes.draft({ draft: id, version, base, language: writing }),
    kind: 'edit',
    content,
    language: context.language,
    writing,
  });
}

/** Forgets a draft. */
export async function discard(
  { draft: id }: Values<typeof curateRoutes.discard.shape>,
  context: PressContext,
): Promise<Reply> {
  await context.services.community.curation.discard(serverId(context), id);
  return { text: wordsOf(context.language).curate.discarded, placement: 'update' };
}

/** Publishes what was shown. */
export async function publish(
  { draft: id, version }: Values<typeof curateRoutes.publish.shape>,
  context: PressContext,
): Promise<Reply> {
  const { curation } = context.services.community;
  const seen = { version, by: context.viewer.id };
  const outcome = await curation.publish(serverId(context), id, seen);
  return await publishReply(outcome, context);
}

async function publishReply(outcome: PublishOutcome, context: PressContext): Promise<Reply> {
  const words = wordsOf(context.language).curate;
  const onCard = !context.message.private;
  if ('view' in outcome) {
    const { view, reason } = outcome;
    if (reason === 'second') return onCard ? say(words.second.own) : await askSecond(view, context);
    if (reason !== 'changed')
      return { ...ownReply(view, context), ...(!onCard && { placement: 'update' as const }) };
    const reply = onCard
      ? cardReply(view, context, 'update')
      : { ...ownReply(view, context), placement: 'update' as const };
    return { ...reply, banner: words.draftChanged };
  }
  if (!('entry' in outcome)) {
    return say(outcome.reason === 'gone' ? words.draftGone : words.full({ max: limits.entries }));
  }
  const entry = await context.services.community.curation.entry(serverId(context), outcome.entry);
  const revision = entry?.revisions.find(({ n }) => n === outcome.n);
  const title = plain(revision?.content?.title ?? '');
  const rows: Row[] = [
    [
      { label: words.edit, route: curateRoutes.open({ entry: outcome.entry }) },
      { label: words.history, route: curateRoutes.history({ entry: outcome.entry, page: 0 }) },
    ],
  ];
  if (!outcome.done && outcome.reason === 'same')
    return { text: words.same({ title }), rows, placement: 'update' };
  if (!outcome.done && !onCard) return { text: words.already({ title }), rows, placement: 'update' };
  const said =
    revision?.approvedBy === undefined
      ? words.published({ title })
      : words.publishedBy({ title, author: who(revision.by), second: who(revision.approvedBy) });
  return { text: said, rows, placement: 'update' };
}

/** Shows the draft in this channel, for a second moderator. */
export async function showHere(
  { draft: id }: Values<typeof curateRoutes.here.shape>,
  context: PressContext,
): Promise<Reply> {
  const view = await context.services.community.curation.view(serverId(context), id);
  if (!view || view.draft.published) return gone(context);
  return { ...cardReply(view, context, 'new'), visibility: 'channel' };
}

/** Puts the draft where other moderators find it. */
async function askSecond(view: DraftView, context: PressContext): Promise<Reply> {
  const posted = await postForSecond(cardReply(view, context, 'new'), context);
  if (posted.done) return { text: posted.text, placement: 'update' };
  const own = ownReply(view, context);
  const showHere: Button = {
    label: wordsOf(context.language).curate.second.showHere,
    route: curateRoutes.here({ draft: view.id, version: view.draft.version }),
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
export const gone = ({ language }: Context): Reply => say(wordsOf(language).curate.draftGone);
