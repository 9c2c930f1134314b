import { wordsOf } from '../../src/i18n/words.ts';

import { serverId } from '../../src/interactions/server-id.ts';
import type { Command } from '../services.ts';
import { addForm, askRemove, bringBack, editForm, showHistory } from './entry-actions.ts';
import { moderatorChoices, revisionChoices } from './entry-choices.ts';
import { curateHandlers } from './handlers.ts';
import { dryRun, exportFile } from './transfer-actions.ts';

const entry = { type: 'string', required: true, suggest: true, maxLength: 200 } as const;

/** Moderators write, change, remove and bring back the community's own answers. Nothing is shown to members before Publish, and nothing is overwritten. */
const curate: Command = {
  kind: 'group',
  name: 'curate',
  access: 'moderator',
  where: 'server',
  subcommands: {
    add: { opensForm: true, run: (_args, context) => addForm(undefined, context) },
    edit: {
      options: { entry },
      opensForm: true,
      run: (args, context) => editForm(args.string('entry') ?? '', context),
    },
    remove: { options: { entry }, run: (args, context) => askRemove(args.string('entry') ?? '', context) },
    history: {
      options: { entry },
      run: (args, context) => showHistory(args.string('entry') ?? '', 0, context),
    },
    restore: {
      options: { entry, revision: { type: 'string', required: true, suggest: true, maxLength: 9 } },
      run: (args, context) => bringBack(args.string('entry') ?? '', args.string('revision') ?? '', context),
    },
    export: { run: (_args, context) => exportFile(undefined, context) },
    import: {
      options: { file: { type: 'attachment', required: true } },
      run(args, context) {
        const file = args.attachment('file');
        return file
          ? dryRun(file, context)
          : { text: wordsOf(context.language).errors.missingOption({ option: 'file' }) };
      },
    },
  },

  async suggest(option, typed, context, subcommand, args) {
    if (option === 'entry') {
      const removed = subcommand === 'history' || subcommand === 'restore';
      return await moderatorChoices(typed, context, { removed, shared: subcommand === 'edit' });
    }
    const chosen = args?.string('entry') ?? '';
    const known = await context.services.community.curation.entry(serverId(context), chosen);
    return known ? revisionChoices(known, typed, context) : [];
  },

  routes: curateHandlers,
};

export default curate;
