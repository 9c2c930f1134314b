import type { Command, Context } from '../src/bot/command.ts';
import { entryAnswer, entryButton, pressEntry } from '../src/bot/entry-answer.ts';
import { firstHotlines } from '../src/bot/hotline-answer.ts';
import type { Button, Reply } from '../src/bot/reply.ts';
import { answerWords } from '../src/i18n/words/answers.ts';

/** Other entries offered under an answer, or instead of one. */
const offered = 3;

/**
 * A question in a person's own words: the best entry, quoted whole, or an honest "I don't have that" with the hotline. The question is not
 * logged, kept or repeated.
 */
const ask: Command = {
  kind: 'slash',
  name: 'ask',
  access: 'everyone',
  where: 'anywhere',
  options: { question: { type: 'string', required: true, maxLength: 6_000 } },

  run(args, context) {
    const { search, knowledge } = context.services;
    const { sure, hits } = search.ask(args.string('question') ?? '', context.language);
    const entries = hits.flatMap(hit => knowledge.entries.get(hit.id) ?? []);
    const [best, ...others] = entries;
    if (!sure || !best)
      return nothing(
        entries.map(entry => entryButton(entry, context.language)),
        context,
      );
    const answer = entryAnswer(best, context, context.language);
    const near = others.slice(0, offered).map(entry => entryButton(entry, context.language));
    // What else the question may have meant says more here than what the entry is related to.
    return near.length > 0 ? { ...answer, rows: [...(answer.rows ?? []).slice(0, 1), near] } : answer;
  },

  press: pressEntry,
};

function nothing(near: readonly Button[], context: Context): Reply {
  const words = answerWords[context.language];
  const hint = near.length > 0 ? `\n\n${words.nearest}` : '';
  return {
    title: words.noAnswerTitle,
    text: `${words.noAnswer}\n\n${firstHotlines(context)}${hint}`,
    rows: [near.slice(0, offered)],
  };
}

export default ask;
