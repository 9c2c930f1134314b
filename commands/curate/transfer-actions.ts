import { curateRoutes } from '../../src/community/routes.ts';
import type { EntryFault, ImportPlan } from '../../src/community/transfer/import.ts';
import type { FileFault } from '../../src/community/transfer/transfer-file.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';

import type { Attachment } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain, shorten } from '../../src/messaging/markdown.ts';
import { type Button, type Reply, say } from '../../src/messaging/reply.ts';
import type { Context, PressContext } from '../services.ts';
import { faultSentence } from './fault-sentence.ts';
import { communityLanguage, postForSecond } from './second-reviewer.ts';

/** Titles named of each kind in a dry run, and faults in a message; the rest is in an attached list. */
const named = 8;
const shownFaults = 10;

/** A file of the export, with a button for the next one. */
export async function exportFile(after: string | undefined, context: Context): Promise<Reply> {
  const words = wordsOf(context.language).transfer;
  const part = await context.services.community.transfer.exportPart(serverId(context), after);
  if (part.entries === 0) return say(words.nothingToExport);
  const day = context.now.toISOString().slice(0, 10);
  const next = part.next;
  return {
    text: [
      words.exported({ entries: part.entries }),
      ...(next ? [words.exportedMore] : []),
      words.keepIt,
    ].join(' '),
    file: { name: `faq-${day}${after ? `-${after.replaceAll('/', '-')}` : ''}.json`, content: part.text },
    visibility: 'private',
    rows: next
      ? [[{ label: words.nextFile, route: curateRoutes.export({ after: next }), style: 'primary' }]]
      : [],
  };
}

/** Reads the file and tells what Apply would do, or everything that is wrong with it. */
export async function dryRun(file: Attachment, context: Context): Promise<Reply> {
  const { language } = context;
  const words = wordsOf(language).transfer;
  const run = await context.services.community.transfer.dryRun(
    serverId(context),
    file.url,
    context.viewer.id,
  );
  if (!run.done) {
    if (run.reason === 'faults') return faultsReply(run.faults, language);
    return { title: words.refusedTitle, text: words.fetch[run.reason], visibility: 'private' };
  }
  return planReply(run.id, run.plan, language);
}

function planReply(id: string, plan: ImportPlan, language: Language): Reply {
  const words = wordsOf(language).transfer;
  const lists = [
    titled(words.added({ count: plan.added.length }), plan.added, language),
    titled(words.changed({ count: plan.changed.length }), plan.changed, language),
    titled(words.skipped({ count: plan.skipped.length }), [], language),
  ];
  const idle = plan.added.length + plan.changed.length === 0;
  const apply = applyButton(id, language);
  const drop: Button = {
    label: wordsOf(language).curate.discard,
    route: curateRoutes.drop({ file: id }),
    style: 'danger',
  };
  return {
    title: words.planTitle,
    text: [...lists, idle ? words.nothingToDo : words.nothingYet].join('\n\n'),
    rows: [idle ? [drop] : [apply, drop]],
  };
}

const applyButton = (id: string, language: Language): Button => ({
  label: wordsOf(language).transfer.apply,
  route: curateRoutes.apply({ file: id }),
  style: 'success',
});

/** Applies a kept file. */
export async function applyImportFile(id: string, context: PressContext): Promise<Reply> {
  const words = wordsOf(context.language).transfer;
  const outcome = await context.services.community.transfer.apply(serverId(context), id, context.viewer.id);
  if (!outcome.done) {
    if (outcome.reason === 'second') return await askSecond(id, context);
    if (outcome.reason === 'interrupted') {
      return { text: words.interrupted, rows: [[applyButton(id, context.language)]], visibility: 'private' };
    }
    return say(outcome.reason === 'gone' ? words.importGone : words.namesTaken);
  }
  const { added, changed, skipped, already, conflict } = outcome.counts;
  const lines = [
    words.added({ count: added }),
    words.changed({ count: changed }),
    words.skipped({ count: skipped + already }),
  ];
  if (conflict > 0) lines.push(words.conflicts({ count: conflict }));
  return { title: words.appliedTitle, text: lines.join('\n'), placement: 'update' };
}

/** Shows the file's plan in this channel, for a second moderator. */
export async function showPlan(id: string, context: PressContext): Promise<Reply> {
  const plan = await context.services.community.transfer.plan(serverId(context), id);
  if (!plan) return say(wordsOf(context.language).transfer.importGone);
  return { ...planReply(id, plan, communityLanguage(context)), visibility: 'channel' };
}

/** Puts the file's plan where other moderators find it; only they may apply it. */
async function askSecond(id: string, context: PressContext): Promise<Reply> {
  const words = wordsOf(context.language).transfer;
  if (!context.message.private) return say(words.secondMustApply);
  const { transfer } = context.services.community;
  const plan = await transfer.plan(serverId(context), id);
  if (!plan) return say(words.importGone);
  const posted = await postForSecond(planReply(id, plan, communityLanguage(context)), context);
  if (posted.done) return { text: posted.text, placement: 'update' };
  const showHere: Button = {
    label: wordsOf(context.language).curate.second.showHere,
    route: curateRoutes.plan({ file: id }),
  };
  return { text: posted.text, rows: [[showHere]], placement: 'update' };
}

/** Forgets a kept file. */
export async function dropImport(id: string, context: PressContext): Promise<Reply> {
  await context.services.community.transfer.discard(serverId(context), id);
  return { text: wordsOf(context.language).curate.discarded, placement: 'update' };
}

function titled(head: string, titles: readonly string[], language: Language): string {
  const lines = titles.slice(0, named).map(title => `- ${plain(shorten(title, 90))}`);
  const more = titles.length - named;
  return [head, ...lines, ...(more > 0 ? [wordsOf(language).transfer.andMore({ count: more })] : [])].join(
    '\n',
  );
}

/** The first faults in the message, all of them in a file where there are more. */
function faultsReply(faults: readonly (FileFault | EntryFault)[], language: Language): Reply {
  const words = wordsOf(language).transfer;
  const lines = faults.map(fault => faultLine(fault, language));
  const shown = lines.slice(0, shownFaults).map(line => `- ${shorten(line, 150)}`);
  const more = lines.length - shown.length;
  return {
    title: words.refusedTitle,
    text: [
      ...shown,
      ...(more > 0 ? [words.andMore({ count: more }), words.allFaults] : []),
      '',
      words.refusedWhole,
    ].join('\n'),
    visibility: 'private',
    ...(more > 0 && { file: { name: 'problems.txt', content: lines.join('\n').replaceAll(/\*\*|\\/g, '') } }),
  };
}

function faultLine(fault: FileFault | EntryFault, language: Language): string {
  const words = wordsOf(language).transfer;
  if (!('code' in fault)) {
    const { entry, fault: inside } = fault;
    if (inside.code === 'too-many') return words['too-many'];
    if (inside.code === 'and-more') return words.file['and-more'];
    const sentence =
      inside.code === 'twice' || inside.code === 'history'
        ? words[inside.code]
        : faultSentence(inside, language);
    return words.entry({ entry: brief(entry), fault: sentence });
  }
  if (fault.code === 'forbidden-key') return words.forbiddenKey({ key: brief(fault.key) });
  if (fault.code !== 'shape') return words.file[fault.code];
  const sentence = words.shape({ place: brief(fault.place), message: brief(fault.message) });
  return fault.entry === undefined ? sentence : words.entry({ entry: brief(fault.entry), fault: sentence });
}

/** Of a file only so much is repeated that it can be found there. */
const brief = (text: string): string => plain(shorten(text, 120));
