import { fallbackLanguage } from '../../src/i18n/language.ts';
import { writtenDate } from '../../src/i18n/words/answers.ts';
import { cardWords } from '../../src/i18n/words/cards.ts';
import type { Context, PressContext, SubmitContext } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain } from '../../src/messaging/markdown.ts';
import { type Answer, type Reply, say } from '../../src/messaging/reply.ts';
import type { Card } from '../../src/news/review/card.ts';
import { cardReply } from '../../src/news/review/card-reply.ts';
import { kindName, kindOf } from '../../src/news/review/labels.ts';
import type { Decided } from '../../src/news/review/queue.ts';
import { cardForm, typedWords } from './card-form.ts';

type Parts = readonly string[];
type Press = (parts: Parts, context: PressContext) => Promise<Answer>;

const wordsOf = (context: Context) => cardWords[context.language];

/** A card in place of the one that was pressed on: for everyone in the review channel, for one moderator in their own language. */
export async function shownCard(
  id: string,
  card: Card,
  context: Context & { readonly message?: { readonly private: boolean } },
): Promise<Reply> {
  const { settings, knowledge } = context.services;
  const { requireSecond, language = fallbackLanguage } = await settings.of(serverId(context));
  const isPublic = context.message?.private === false;
  const reply = cardReply({
    id,
    card,
    language: isPublic ? language : context.language,
    knowledge,
    requireSecond,
  });
  return isPublic ? reply : { ...reply, visibility: 'private' };
}

/** The card as it is after a decision, or why nothing was decided. */
async function answerTo(id: string, { result, card }: Decided, context: PressContext | SubmitContext) {
  const words = wordsOf(context);
  switch (result) {
    case 'ok':
      return card ? shownCard(id, card, context) : say(words.gone);
    case 'needs-words':
      return {
        ...say(words.formFault),
        rows: [[{ label: words.editAgain, route: ['news', 'edit', id] as const }]],
      };
    case 'own-words':
      return say(words.ownWords);
    case 'already':
      return say(words.approvedAlready);
    case 'settled':
      return say(words.settledAlready);
    default:
      return say(words.gone);
  }
}

const approve: Press = async ([id = ''], context) => {
  const decided = await context.services.updates.queue.approve(serverId(context), id, context.viewer.id);
  return decided.result === 'needs-words' && decided.card
    ? cardForm(id, decided.card, context.language, 'approve')
    : answerTo(id, decided, context);
};

const edit: Press = async ([id = ''], context) => {
  const card = await context.services.updates.queue.card(serverId(context), id);
  return card ? cardForm(id, card, context.language, 'keep') : say(wordsOf(context).gone);
};

const put =
  (state: 'held' | 'ignored' | 'waiting'): Press =>
  async ([id = ''], context) => {
    const { queue } = context.services.updates;
    return answerTo(id, await queue.put(serverId(context), id, context.viewer.id, state), context);
  };

const ignoreKind: Press = async ([id = ''], context) => {
  const { queue } = context.services.updates;
  const decided = await queue.ignoreKind(serverId(context), id, context.viewer.id);
  const finding = decided.card?.finding;
  if (!finding) return say(wordsOf(context).gone);
  const words = wordsOf(context);
  return {
    ...say(words.kindIgnored(kindName(kindOf(finding), context.language))),
    rows: [[{ label: words.watchAgain, route: ['news', 'watch-kind', kindOf(finding)] }]],
  };
};

const watchKind: Press = async ([pressed], context) => {
  const kind = pressed ?? context.values[0] ?? '';
  await context.services.updates.queue.watchKind(serverId(context), kind);
  return { ...say(wordsOf(context).kindWatched(kindName(kind, context.language))), placement: 'update' };
};

const merge: Press = async ([id = ''], context) => {
  const words = wordsOf(context);
  const targets = await context.services.updates.queue.targets(serverId(context), id);
  if (targets.length === 0) return say(words.mergeNothing);
  const options = targets.map(({ id: value, title, date }) => ({
    label: title,
    value,
    description: writtenDate(date, context.language),
  }));
  return {
    title: words.mergeTitle,
    text: words.mergeText,
    rows: [{ route: ['news', 'into', id], placeholder: words.mergePlaceholder, options }],
    visibility: 'private',
  };
};

const mergeInto: Press = async ([id = ''], context) => {
  const { queue } = context.services.updates;
  const [into = ''] = context.values;
  const title = (await queue.targets(serverId(context), id)).find(target => target.id === into)?.title;
  const decided = await queue.merge(serverId(context), id, into, context.viewer.id);
  return decided.result === 'ok'
    ? { ...say(wordsOf(context).merged(plain(title ?? ''))), placement: 'update' }
    : answerTo(id, decided, context);
};

const tag: Press = async ([id = ''], context) => {
  const known = context.values.filter(value => context.services.knowledge.entries.has(value));
  return answerTo(id, await context.services.updates.queue.tag(serverId(context), id, known), context);
};

const settle =
  (how: 'confirmed' | 'dismissed'): Press =>
  async ([id = ''], context) =>
    answerTo(id, await context.services.updates.queue.settle(serverId(context), id, how), context);

/** A card opened from a list, for one moderator. */
const open: Press = async (_parts, context) => {
  const [id = ''] = context.values;
  const card = await context.services.updates.queue.card(serverId(context), id);
  return card ? shownCard(id, card, context) : say(wordsOf(context).gone);
};

/** What each button and menu of a card does, by the second word of its route. */
export const cardPresses: Readonly<Record<string, Press>> = {
  approve,
  edit,
  merge,
  into: mergeInto,
  hold: put('held'),
  ignore: put('ignored'),
  reopen: put('waiting'),
  'ignore-kind': ignoreKind,
  'watch-kind': watchKind,
  tag,
  confirm: settle('confirmed'),
  dismiss: settle('dismissed'),
  open,
};

/** A sent form: the words are kept, and approve where the form was opened to approve. */
export async function submitWords([id = '', then]: Parts, context: SubmitContext): Promise<Reply> {
  const { queue } = context.services.updates;
  const words = typedWords(context.fields);
  const decided = await queue.write(serverId(context), id, context.viewer.id, words, then === 'approve');
  // Kept for another moderator: that is what a writer expects where a second one must approve, and the card says so.
  if (decided.result === 'own-words' && decided.card) return shownCard(id, decided.card, context);
  return answerTo(id, decided, context);
}
