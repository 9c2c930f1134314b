import type { Command, Context } from '../src/bot/command.ts';
import { kindChoices, timelinePage } from '../src/bot/timeline-answer.ts';
import { answerWords } from '../src/i18n/words/answers.ts';

const answer = (kind: string | undefined, at: number, context: Context) =>
  timelinePage(
    context.services.knowledge.developments,
    answerWords[context.language].timelineTitle,
    context,
    {
      kind,
      at,
      turn: page => ['timeline', 'page', kind ?? 'all', String(page)],
    },
  );

/** Dated developments, newest first, in pages. */
const timeline: Command = {
  kind: 'slash',
  name: 'timeline',
  access: 'everyone',
  where: 'anywhere',
  options: { kind: { type: 'string', choices: kindChoices } },
  run: (args, context) => answer(args.string('kind'), 0, context),
  press: ([, kind, page], context) => ({ ...answer(kind, Number(page) || 0, context), placement: 'update' }),
};

export default timeline;
