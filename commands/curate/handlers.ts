import { curateRoutes as routes } from '../../src/community/routes.ts';
import { onPress, onSubmit, type RouteHandler } from '../../src/interactions/route-handler.ts';
import type { PressContext, Services } from '../services.ts';
import { discard, publish, redo, see, seeIn, showHere } from './draft-actions.ts';
import { submitDraft, submitNew, submitRevision } from './draft-forms.ts';
import {
  editForm,
  leave,
  pressBringBack,
  removeEntry,
  settleUpstream,
  showRevision,
  turnHistory,
  undoRemoval,
} from './entry-actions.ts';
import { applyImportFile, dropImport, exportFile, showPlan } from './transfer-actions.ts';

/** What answers each button and form of `/curate`. */
export const curateHandlers: readonly RouteHandler<Services>[] = [
  onPress(routes.see, see),
  onPress(routes.seeIn, seeIn),
  onPress(routes.redo, redo, { opensForm: true }),
  onPress(routes.publish, publish),
  onPress(routes.discard, discard),
  onPress(routes.here, showHere),
  onPress(routes.open, ({ entry }, context: PressContext) => editForm(entry, context), { opensForm: true }),
  onPress(routes.remove, removeEntry),
  onPress(routes.leave, leave),
  onPress(routes.undo, undoRemoval),
  onPress(routes.history, turnHistory),
  onPress(routes.revision, showRevision),
  onPress(routes.bring, pressBringBack),
  onPress(routes.keep, settleUpstream('keep')),
  onPress(routes.take, settleUpstream('take')),
  onPress(routes.export, ({ after }, context: PressContext) => exportFile(after, context)),
  onPress(routes.apply, ({ file }, context: PressContext) => applyImportFile(file, context)),
  onPress(routes.drop, ({ file }, context: PressContext) => dropImport(file, context)),
  onPress(routes.plan, ({ file }, context: PressContext) => showPlan(file, context)),
  onSubmit(routes.new, submitNew),
  onSubmit(routes.form, submitRevision),
  onSubmit(routes.draft, submitDraft),
];
