import { writtenDate } from '../../src/i18n/dates.ts';
import { fallbackLanguage, type Language } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { chosenLanguage } from '../../src/interactions/chosen-language.ts';
import { onPress, onSubmit, type RouteHandler } from '../../src/interactions/route-handler.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain } from '../../src/messaging/markdown.ts';
import { type Answer, type Reply, say } from '../../src/messaging/reply.ts';
import type { Values } from '../../src/messaging/route-parts.ts';
import type { Card } from '../../src/news/review/card.ts';
import { cardReply } from '../../src/news/review/card-reply.ts';
import { kindName, kindOf } from '../../src/news/review/labels.ts';
import type { Decided } from '../../src/news/review/queue-types.ts';
import { newsRoutes } from '../../src/news/routes.ts';
import type { Context, PressContext, Services, SubmitContext } from '../services.ts';
import { cardForm, typedWords } from './card-form.ts';

type OnCard = { readonly card: string };
type Press = (values: OnCard, context: PressContext) => Promise<Answer>;

const ownWords = (context: Context) => wordsOf(context.language).cards;

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

/** The card as it is after a decision, or why nothing was decided; `writing` is the language of the form that was sent. */
async function answerTo(
  id: string,
  { result, card }: Decided,
  context: PressContext | SubmitContext,
  writing?: Language,
) {
  const words = ownWords(context);
  switch (result) {
    case 'ok':
      return card ? shownCard(id, card, context) : say(words.gone);
    case 'needs-words':
      return {
        ...say(words.formFault),
        rows: [[{ label: words.editAgain, route: newsRoutes.edit({ card: id, language: writing }) }]],
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

const approve: Press = async ({ card: id }, context) => {
  const decided = await context.services.news.queue.approve(serverId(context), id, context.viewer.id);
  return decided.result === 'needs-words' && decided.card
    ? cardForm({
        id,
        card: decided.card,
        language: context.language,
        writing: context.language,
        sends: 'approve',
      })
    : answerTo(id, decided, context);
};

const edit = async (
  { card: id, language }: OnCard & { readonly language?: Language | undefined },
  context: PressContext,
): Promise<Answer> => {
  const card = await context.services.news.queue.card(serverId(context), id);
  return card
    ? cardForm({
        id,
        card,
        language: context.language,
        writing: language ?? context.language,
        sends: 'keep',
      })
    : say(ownWords(context).gone);
};

const put =
  (state: 'held' | 'ignored' | 'waiting'): Press =>
  async ({ card: id }, context) => {
    const { queue } = context.services.news;
    return answerTo(id, await queue.put(serverId(context), id, context.viewer.id, state), context);
  };

const ignoreKind: Press = async ({ card: id }, context) => {
  const { queue } = context.services.news;
  const decided = await queue.ignoreKind(serverId(context), id, context.viewer.id);
  const finding = decided.card?.finding;
  if (!finding) return say(ownWords(context).gone);
  const words = ownWords(context);
  return {
    ...say(words.kindIgnored({ what: kindName(kindOf(finding), context.language) })),
    rows: [[{ label: words.watchAgain, route: newsRoutes.watchKind({ kind: kindOf(finding) }) }]],
  };
};

const watchKind = async (
  { kind: pressed }: { readonly kind?: string | undefined },
  context: PressContext,
): Promise<Answer> => {
  const kind = pressed ?? context.values[0] ?? '';
  await context.services.news.queue.watchKind(serverId(context), kind);
  return {
    ...say(ownWords(context).kindWatched({ what: kindName(kind, context.language) })),
    placement: 'update',
  };
};

const merge: Press = async ({ card: id }, context) => {
  const words = ownWords(context);
  const targets = await context.services.news.queue.targets(serverId(context), id);
  if (targets.length === 0) return say(words.mergeNothing);
  const options = targets.map(({ id: value, title, date }) => ({
    label: title,
    value,
    description: writtenDate(date, context.language),
  }));
  return {
    title: words.mergeTitle,
    text: words.mergeText,
    rows: [{ route: newsRoutes.into({ card: id }), placeholder: words.mergePlaceholder, options }],
    visibility: 'private',
  };
};

const mergeInto: Press = async ({ card: id }, context) => {
  const { queue } = context.services.news;
  const [into = ''] = context.values;
  const title = (await queue.targets(serverId(context), id)).find(target => target.id === into)?.title;
  const decided = await queue.merge(serverId(context), id, into, context.viewer.id);
  return decided.result === 'ok'
    ? { ...say(ownWords(context).merged({ title: plain(title ?? '') })), placement: 'update' }
    : answerTo(id, decided, context);
};

const tag: Press = async ({ card: id }, context) => {
  const known = context.values.filter(value => context.services.knowledge.entries.has(value));
  return answerTo(id, await context.services.news.queue.tag(serverId(context), id, known), context);
};

const settle =
  (how: 'confirmed' | 'dismissed'): Press =>
  async ({ card: id }, context) =>
    answerTo(id, await context.services.news.queue.settle(serverId(context), id, how), context);

/** A card opened from a list, for one moderator. */
const open = async (_values: object, context: PressContext): Promise<Answer> => {
  const [id = ''] = context.values;
  const card = await context.services.news.queue.card(serverId(context), id);
  return card ? shownCard(id, card, context) : say(ownWords(context).gone);
};

/** What answers each button, menu and form of a card. */
export const cardHandlers: readonly RouteHandler<Services>[] = [
  onPress(newsRoutes.approve, approve, { opensForm: true }),
  onPress(newsRoutes.edit, edit, { opensForm: true }),
  onPress(
    newsRoutes.editIn,
    ({ card }, context: PressContext) => edit({ card, language: chosenLanguage(context) }, context),
    { opensForm: true },
  ),
  onPress(newsRoutes.merge, merge),
  onPress(newsRoutes.into, mergeInto),
  onPress(newsRoutes.hold, put('held')),
  onPress(newsRoutes.ignore, put('ignored')),
  onPress(newsRoutes.reopen, put('waiting')),
  onPress(newsRoutes.ignoreKind, ignoreKind),
  onPress(newsRoutes.watchKind, watchKind),
  onPress(newsRoutes.tag, tag),
  onPress(newsRoutes.confirm, settle('confirmed')),
  onPress(newsRoutes.dismiss, settle('dismissed')),
  onPress(newsRoutes.open, open),
  onSubmit(newsRoutes.write, submitWords),
];

/** A sent form: the words are kept, and approve where the form was opened to approve. */
async function submitWords(
  { card: id, sends, language }: Values<typeof newsRoutes.write.shape>,
  context: SubmitContext,
): Promise<Reply> {
  const { queue } = context.services.news;
  const card = await queue.card(serverId(context), id);
  const writing = language ?? context.language;
  const words = typedWords(context.fields, writing, card?.words);
  const decided = await queue.write(serverId(context), id, context.viewer.id, words, sends === 'approve');
  // Kept for another moderator: that is what a writer expects where a second one must approve, and the card says so.
  if (decided.result === 'own-words' && decided.card) return shownCard(id, decided.card, context);
  return answerTo(id, decided, context, writing);
}
