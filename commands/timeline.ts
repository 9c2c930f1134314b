import { wordsOf } from '../src/i18n/words.ts';
import { onPress } from '../src/interactions/route-handler.ts';
import { developmentKinds } from '../src/knowledge/content/entry.ts';
import type { Reply } from '../src/messaging/reply.ts';
import { route } from '../src/messaging/route.ts';
import { oneOf, pageNumber } from '../src/messaging/route-parts.ts';
import { kindChoices, timelinePage } from './answers/timeline-reply.ts';
import type { Command, Context, PressContext } from './services.ts';

/** Another page. */
const page = route('timeline', 'page', { kind: oneOf(...developmentKinds, 'all'), page: pageNumber });

function answer(wished: string | undefined, at: number, context: Context): Reply {
  const kind = developmentKinds.find(known => known === wished);
  const { timelineTitle } = wordsOf(context.language).answers;
  const turn = (at: number) => page({ kind: kind ?? 'all', page: at });
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
  routes: [
    onPress(page, ({ kind, page: at }, context: PressContext) => ({
      ...answer(kind, at, context),
      placement: 'update',
    })),
  ],
};

export default timeline;
