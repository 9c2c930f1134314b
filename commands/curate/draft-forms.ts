import { type Content, contentOf } from '../../src/community/entries/content.ts';
import type { curateRoutes } from '../../src/community/routes.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { OutcomeUnknown, StoreUnavailable } from '../../src/lib/unavailable.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import type { Values } from '../../src/messaging/route-parts.ts';
import type { SubmitContext } from '../services.ts';
import { cardReply, gone, ownReply } from './draft-actions.ts';

/** What was written must not be lost with the form where the storage is away: it comes back as a file. */
async function orGivenBack(context: SubmitContext, keep: () => Promise<Reply>): Promise<Reply> {
  try {
    return await keep();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    const errors = wordsOf(context.language).errors;
    const what = error instanceof OutcomeUnknown ? errors.outcomeUnknown : errors.storeAway;
    return {
      text: `${what} ${wordsOf(context.language).curate.givenBack}`,
      file: { name: 'answer.txt', content: [...context.fields.values()].filter(Boolean).join('\n\n') },
      visibility: 'private',
    };
  }
}

/** The form of `/curate add` and of Add to FAQ was sent. */
export const submitNew = (
  { language }: Values<typeof curateRoutes.new.shape>,
  context: SubmitContext,
): Promise<Reply> =>
  orGivenBack(context, async () => {
    const content = contentOf(context.fields, { language: language ?? context.language });
    const begun = { base: 0, content, by: context.viewer.id };
    const view = await context.services.community.curation.begin(serverId(context), begun);
    return ownReply(view, context);
  });

/** The form of `/curate edit` was sent. */
export const submitRevision = (
  { entry, base, language }: Values<typeof curateRoutes.form.shape>,
  context: SubmitContext,
): Promise<Reply> =>
  orGivenBack(context, async () => {
    const content = contentOf(context.fields, {
      language: language ?? context.language,
      kept: await seenContent(entry, base, context),
    });
    const begun = { entry, base, content, by: context.viewer.id };
    const view = await context.services.community.curation.begin(serverId(context), begun);
    return ownReply(view, context);
  });

/** The form of Edit or Edit again was sent. */
export const submitDraft = (
  { draft: id, version, base, language }: Values<typeof curateRoutes.draft.shape>,
  context: SubmitContext,
): Promise<Reply> =>
  orGivenBack(context, async () => {
    const draft = (await context.services.community.curation.view(serverId(context), id))?.draft;
    const rewriting = {
      content: contentOf(context.fields, {
        language: language ?? context.language,
        kept: draft?.content,
      }),
      by: context.viewer.id,
      version,
      base,
    };
    const view = await context.services.community.curation.rewrite(serverId(context), id, rewriting);
    if (!view) return gone(context);
    const onCard = context.message?.private === false;
    const ready = view.faults.length === 0 && !view.meanwhile;
    if (onCard && ready) return cardReply(view, context, 'update');
    return { ...ownReply(view, context), ...(!onCard && { placement: 'update' as const }) };
  });

/** What the writer of a revision was shown: the entry as it was then, or the built-in answer where the community had none of its own. */
async function seenContent(id: string, base: number, context: SubmitContext): Promise<Content | undefined> {
  const { curation, shared } = context.services.community;
  const entry = await curation.entry(serverId(context), id);
  return entry?.revisions.find(({ n }) => n === base)?.content ?? shared(id)?.content;
}
