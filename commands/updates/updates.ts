import { kindChoices } from '../answers/timeline-reply.ts';
import type { Command } from '../services.ts';
import { updatesPage } from './page.ts';

/** The latest developments that this community's moderators approved, and those that come with the bot, in pages. */
const updates: Command = {
  kind: 'slash',
  name: 'updates',
  access: 'everyone',
  where: 'server',
  options: { kind: { type: 'string', choices: kindChoices } },
  run: (args, context) => updatesPage(context, args.string('kind'), 0),
  // `d` stands on posts in channels: whoever presses gets a message of their own.
  press: async ([verb, kind, page], context) =>
    verb === 'page'
      ? { ...(await updatesPage(context, kind, Number(page))), placement: 'update' }
      : { ...(await updatesPage(context, undefined, 0)), visibility: 'private' },
};

export default updates;
