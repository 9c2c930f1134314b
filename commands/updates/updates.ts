import { onPress } from '../../src/interactions/route-handler.ts';
import { updatesRoutes } from '../../src/news/routes.ts';
import { kindChoices } from '../answers/timeline-reply.ts';
import type { Command, PressContext } from '../services.ts';
import { updatesPage } from './page.ts';

/** The latest developments that this community's moderators approved, and those that come with the bot, in pages. */
const updates: Command = {
  kind: 'slash',
  name: 'updates',
  access: 'everyone',
  where: 'server',
  options: { kind: { type: 'string', choices: kindChoices } },
  run: (args, context) => updatesPage(context, args.string('kind'), 0),
  routes: [
    onPress(updatesRoutes.page, async ({ kind, page }, context: PressContext) => ({
      ...(await updatesPage(context, kind, page)),
      placement: 'update',
    })),
    onPress(updatesRoutes.all, async (_values, context: PressContext) => ({
      ...(await updatesPage(context, undefined, 0)),
      visibility: 'private',
    })),
  ],
};

export default updates;
