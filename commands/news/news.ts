import { onPress } from '../../src/interactions/route-handler.ts';
import { newsRoutes } from '../../src/news/routes.ts';

import { kindChoices } from '../answers/timeline-reply.ts';
import type { Command, PressContext } from '../services.ts';
import { addNews } from './add.ts';
import { cardHandlers } from './card-actions.ts';
import { newsStatus, queuePage, showStatus, turnQueue } from './lists.ts';

/** What the sources show, for moderators to decide about: nothing is posted that no person approved. */
const news: Command = {
  kind: 'group',
  name: 'news',
  access: 'moderator',
  where: 'server',
  subcommands: {
    queue: { run: (_args, context) => queuePage(context, 'waiting', 0) },
    add: {
      options: {
        kind: { type: 'string', required: true, choices: kindChoices },
        link: { type: 'string', required: true, maxLength: 500 },
        date: { type: 'string', required: true, maxLength: 10 },
      },
      opensForm: true,
      run: addNews,
    },
    status: { run: (_args, context) => newsStatus(context) },
  },
  routes: [
    onPress(newsRoutes.queue, ({ state, page }, context: PressContext) => turnQueue(state, page, context)),
    onPress(newsRoutes.status, ({ page }, context: PressContext) => showStatus(page, context)),
    ...cardHandlers,
  ],
};

export default news;
