import { curateWords } from '../../src/i18n/words/curate.ts';
import { errorWords } from '../../src/i18n/words/errors.ts';
import type { Awaitable, Command, PressContext, SubmitContext } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import type { Answer } from '../../src/messaging/reply.ts';
import { discard, publish, redo, see, showHere } from './draft-actions.ts';
import { submitDraft, submitNew, submitRevision } from './draft-forms.ts';
import {
  addForm,
  askRemove,
  bringBack,
  editForm,
  leave,
  pressBringBack,
  removeEntry,
  settleDrift,
  showHistory,
  showRevision,
  turnHistory,
  undoRemoval,
} from './entry-actions.ts';
import { moderatorChoices, revisionChoices } from './entry-choices.ts';
import { isId } from './route-parts.ts';
import {
  applyImportFile,
  dropImport,
  dryRun,
  exportFile,
  pressExport,
  showPlan,
} from './transfer-actions.ts';

type Parts = readonly string[];

/** What each button does, by the first word of its route. */
const presses: Readonly<Record<string, (parts: Parts, context: PressContext) => Awaitable<Answer>>> = {
  see,
  redo,
  publish,
  discard,
  here: showHere,
  open: ([id = ''], context) => editForm(id, context),
  remove: removeEntry,
  leave,
  undo: undoRemoval,
  history: turnHistory,
  revision: showRevision,
  bring: pressBringBack,
  keep: settleDrift('keep'),
  take: settleDrift('take'),
  export: pressExport,
  apply: applyImportFile,
  drop: dropImport,
  plan: showPlan,
};

const submits: Readonly<Record<string, (parts: Parts, context: SubmitContext) => Awaitable<Answer>>> = {
  new: submitNew,
  form: submitRevision,
  draft: submitDraft,
};

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
        return file ? dryRun(file, context) : { text: errorWords[context.language].missingOption('file') };
      },
    },
  },

  async suggest(option, typed, context, subcommand, args) {
    if (option === 'entry') {
      const removed = subcommand === 'history' || subcommand === 'restore';
      return await moderatorChoices(typed, context, { removed, shared: subcommand === 'edit' });
    }
    const chosen = args?.string('entry') ?? '';
    const known = await context.services.faq.curation.entry(serverId(context), chosen);
    return known ? revisionChoices(known, typed, context) : [];
  },

  pressOpensForm: ([verb]) => verb === 'redo' || verb === 'open',

  press: ([verb = '', ...parts], context) =>
    known(presses, verb, parts)?.(parts, context) ?? {
      text: errorWords[context.language].stale,
      visibility: 'private',
    },

  submit: ([verb = '', ...parts], context) =>
    known(submits, verb, parts)?.(parts, context) ?? {
      text: curateWords[context.language].draftGone,
      visibility: 'private',
    },
};

/** What a route leads to. A forged one may name anything: its first part after the verb is always an id. */
function known<T>(record: Readonly<Record<string, T>>, verb: string, [id]: Parts): T | undefined {
  return Object.hasOwn(record, verb) && (id === undefined || isId(id)) ? record[verb] : undefined;
}

export default curate;
