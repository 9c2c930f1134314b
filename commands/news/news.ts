import { wordsOf } from '../../src/i18n/words.ts';

import { say } from '../../src/messaging/reply.ts';
import { kindChoices } from '../answers/timeline-reply.ts';
import type { Command } from '../services.ts';
import { addNews } from './add.ts';
import { cardPresses, submitWords } from './card-actions.ts';
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
  pressOpensForm: ([verb]) => verb === 'approve' || verb === 'edit',

  press([verb = '', ...parts], context) {
    if (verb === 'queue') return turnQueue(parts, context);
    if (verb === 'status') return showStatus(parts, context);
    const act = Object.hasOwn(cardPresses, verb) && parts.every(isOurs) ? cardPresses[verb] : undefined;
    return act?.(parts, context) ?? say(wordsOf(context.language).errors.stale);
  },

  submit: ([verb, ...parts], context) =>
    verb === 'write' && parts.every(isOurs)
      ? submitWords(parts, context)
      : say(wordsOf(context.language).errors.stale),
};

/** A forged route may hold anything; the ids and kinds that this command writes into its own look like this. */
const isOurs = (part: string): boolean => /^[a-z0-9_:./-]*$/.test(part);

export default news;
