import { wordsOf } from '../src/i18n/words.ts';

import { developmentKinds } from '../src/knowledge/content/entry.ts';
import type { Reply, Route } from '../src/messaging/reply.ts';
import { kindChoices, timelinePage } from './answers/timeline-reply.ts';
import type { Command, Context } from './services.ts';

function answer(wished: string | undefined, at: number, context: Context): Reply {
  const kind = developmentKinds.find(known => known === wished);
  const { timelineTitle } = wordsOf(context.language).answers;
  const turn = (page: number): Route => ['timeline', 'page', kind ?? 'all', String(page)];
  return timelinePage(context.services.knowledge.developments, timelineTitle, context, { kind, at, turn });
}

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
