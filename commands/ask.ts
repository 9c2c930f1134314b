import type { Hit } from '../src/knowledge/search/search.ts';
import type { Awaitable } from '../src/lib/types.ts';
import type { Button, Reply } from '../src/messaging/reply.ts';
import { faqAnswer, faqButton } from './answers/community-reply.ts';
import { answerEntry, entryHandlers } from './answers/entry-in-server.ts';
import { entryButton } from './answers/entry-reply.ts';
import { noAnswer } from './answers/no-match-reply.ts';
import type { Command, Context } from './services.ts';

/** Other entries offered under an answer, or instead of one. */
const offered = 3;

/**
 * A question in a person's own words: the best entry of the knowledge base or of the community, quoted whole, or an honest "I don't have that"
 * with the hotline. The question is not logged, kept or repeated.
 */
const ask: Command = {
  kind: 'slash',
  name: 'ask',
  access: 'everyone',
  where: 'anywhere',
  options: { question: { type: 'string', required: true, maxLength: 6_000 } },

  async run(args, context) {
    const { sure, found } = await find(args.string('question') ?? '', context);
    const [best, ...others] = found;
    const buttonsOf = (few: readonly Found[]) => few.slice(0, offered).map(each => each.button);
    if (!sure || !best) return noAnswer(context, found.length > 0 ? [buttonsOf(found)] : []);
    const near = buttonsOf(others);
    const answer = await best.answer();
    // What else the question may have meant says more here than what the entry is related to.
    return near.length > 0 ? { ...answer, rows: [...(answer.rows ?? []).slice(0, 1), near] } : answer;
  },

  routes: entryHandlers('ask'),
};

interface Found {
  readonly id: string;
  readonly confidence: number;
  readonly button: Button;
  answer(): Awaitable<Reply>;
}

/** What the knowledge base and the community have, best first. Their confidences are on one scale. */
async function find(question: string, context: Context): Promise<{ sure: boolean; found: readonly Found[] }> {
  const { search, community } = context.services;
  const shared = (await search.ready()).ask(question, context.language);
  const own = context.guild && (await community.ask(context.guild.id, question, context.language));
  const found = [
    ...(await Promise.all((own?.hits ?? []).map(hit => inCommunity(hit, context)))).flat(),
    ...shared.hits.flatMap(hit => inKnowledge(hit, context)),
  ].sort((a, b) => b.confidence - a.confidence);
  return {
    sure: shared.sure || own?.sure === true,
    // A copy is found by its own words and by those of the shared entry.
    found: found.filter(({ id }, at) => found.findIndex(each => each.id === id) === at),
  };
}

function inKnowledge({ id, confidence }: Hit, context: Context): Found[] {
  const entry = context.services.knowledge.entries.get(id);
  if (!entry) return [];
  const button = entryButton(entry, context.services.knowledge, context.language);
  return [{ id, confidence, button, answer: () => answerEntry(entry, context, context.language) }];
}

async function inCommunity({ id, confidence }: Hit, context: Context): Promise<Found[]> {
  const entry = context.guild && (await context.services.community.override(context.guild.id, id));
  if (!entry) return [];
  const { language } = context;
  const shared = context.services.knowledge.entries.get(id);
  const answer = () =>
    shared ? answerEntry(shared, context, language) : faqAnswer(entry, context, language);
  return [{ id, confidence, button: faqButton(entry, language), answer }];
}

export default ask;
