import { onPress } from '../src/interactions/route-handler.ts';
import type { Reply } from '../src/messaging/reply.ts';
import { hotlineAnswer, hotlineSources } from './answers/hotline-reply.ts';
import { hotlineRoutes } from './answers/routes.ts';
import type { Command, PressContext } from './services.ts';

/** Who to call: lines and addresses that were checked, with their date. */
const hotline: Command = {
  kind: 'slash',
  name: 'hotline',
  access: 'everyone',
  where: 'anywhere',
  run: (_args, context) => hotlineAnswer(context),

  // In the language of the button; pages are turned in place.
  routes: [
    onPress(hotlineRoutes.open, ({ language, page }, context: PressContext) =>
      placed(hotlineAnswer({ ...context, language }, page), page),
    ),
    onPress(hotlineRoutes.sources, ({ language, page }, context: PressContext) =>
      placed(hotlineSources({ ...context, language }, page), page),
    ),
  ],
};

const placed = (reply: Reply, page: number | undefined): Reply => ({
  ...reply,
  visibility: 'private',
  placement: page === undefined ? 'new' : 'update',
});

export default hotline;
