import { contentOf } from '../../src/community/entries/content.ts';
import { curateWords } from '../../src/i18n/words/curate.ts';
import { errorWords } from '../../src/i18n/words/errors.ts';
import type { SubmitContext } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import { OutcomeUnknown, StoreUnavailable } from '../../src/storage/store.ts';
import { cardReply, gone, ownReply } from './draft-actions.ts';
import { wholeNumber } from './route-parts.ts';

type Parts = readonly string[];

/** What was written must not be lost with the form where the storage is away: it comes back as a file. */
async function orGivenBack(context: SubmitContext, keep: () => Promise<Reply>): Promise<Reply> {
  try {
    return await keep();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    const errors = errorWords[context.language];
    const what = error instanceof OutcomeUnknown ? errors.outcomeUnknown : errors.storeAway;
    return {
      text: `${what} ${curateWords[context.language].givenBack}`,
      file: { name: 'answer.txt', content: [...context.fields.values()].filter(Boolean).join('\n\n') },
      visibility: 'private',
    };
  }
}

/** `new`: the form of `/curate add` and of Add to FAQ was sent. */
export const submitNew = (_parts: Parts, context: SubmitContext): Promise<Reply> =>
  orGivenBack(context, async () => {
    const content = contentOf(context.fields);
    const begun = { base: 0, content, by: context.viewer.id };
    const view = await context.services.faq.curation.begin(serverId(context), begun);
    return ownReply(view, context);
  });

/** `form ENTRY BASE`: the form of `/curate edit` was sent. */
export const submitRevision = ([entry, base]: Parts, context: SubmitContext): Promise<Reply> =>
  orGivenBack(context, async () => {
    const content = contentOf(context.fields);
    const begun = { entry, base: wholeNumber(base), content, by: context.viewer.id };
    const view = await context.services.faq.curation.begin(serverId(context), begun);
    return ownReply(view, context);
  });

/** `draft DRAFT VERSION BASE`: the form of Edit or Edit again was sent. */
export const submitDraft = ([id = '', version, base]: Parts, context: SubmitContext): Promise<Reply> =>
  orGivenBack(context, async () => {
    const rewriting = {
      content: contentOf(context.fields),
      by: context.viewer.id,
      version: wholeNumber(version),
      base: wholeNumber(base),
    };
    const view = await context.services.faq.curation.rewrite(serverId(context), id, rewriting);
    if (!view) return gone(context);
    const onCard = context.message?.private === false;
    const ready = view.faults.length === 0 && !view.meanwhile;
    if (onCard && ready) return cardReply(view, context, 'update');
    return { ...ownReply(view, context), ...(!onCard && { placement: 'update' as const }) };
  });
