import type { EntryFault, ImportPlan } from '../../src/community/transfer/import.ts';
import type { FileFault } from '../../src/community/transfer/transfer-file.ts';
import type { Language } from '../../src/i18n/language.ts';
import { curateWords } from '../../src/i18n/words/curate.ts';
import { transferWords } from '../../src/i18n/words/faq-transfer.ts';
import type { Attachment, Context, PressContext } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain, shorten } from '../../src/messaging/markdown.ts';
import type { Button, Reply } from '../../src/messaging/reply.ts';
import { faultSentence } from './fault-sentence.ts';
import { communityLanguage, postForSecond } from './second-reviewer.ts';

type Parts = readonly string[];

/** Titles named of each kind in a dry run, and faults in a message; the rest is in an attached list. */
const named = 8;
const shownFaults = 10;

/** A file of the export, with a button for the next one. */
export async function exportFile(after: string | undefined, context: Context): Promise<Reply> {
  const words = transferWords[context.language];
  const part = await context.services.faq.transfer.exportPart(serverId(context), after);
  if (part.entries === 0) return { text: words.nothingToExport, visibility: 'private' };
  const day = context.now.toISOString().slice(0, 10);
  const next = part.next;
  return {
    text: [words.exported(part.entries), ...(next ? [words.exportedMore] : []), words.keepIt].join(' '),
    file: { name: `faq-${day}${after ? `-${after.replaceAll('/', '-')}` : ''}.json`, content: part.text },
    visibility: 'private',
    rows: next ? [[{ label: words.nextFile, route: ['curate', 'export', next], style: 'primary' }]] : [],
  };
}

/** `export AFTER` */
export const pressExport = ([after]: Parts, context: PressContext): Promise<Reply> =>
  exportFile(after, context);

/** Reads the file and tells what Apply would do, or everything that is wrong with it. */
export async function dryRun(file: Attachment, context: Context): Promise<Reply> {
  const { language } = context;
  const words = transferWords[language];
  const run = await context.services.faq.transfer.dryRun(serverId(context), file.url, context.viewer.id);
  if (!run.done) {
    if (run.reason === 'faults') return faultsReply(run.faults, language);
    return { title: words.refusedTitle, text: words.fetch[run.reason], visibility: 'private' };
  }
  return planReply(run.id, run.plan, language);
}

function planReply(id: string, plan: ImportPlan, language: Language): Reply {
  const words = transferWords[language];
  const lists = [
    titled(words.added(plan.added.length), plan.added, language),
    titled(words.changed(plan.changed.length), plan.changed, language),
    titled(words.skipped(plan.skipped.length), [], language),
  ];
  const idle = plan.added.length + plan.changed.length === 0;
  const apply = applyButton(id, language);
  const drop: Button = {
    label: curateWords[language].discard,
    route: ['curate', 'drop', id],
    style: 'danger',
  };
  return {
    title: words.planTitle,
    text: [...lists, idle ? words.nothingToDo : words.nothingYet].join('\n\n'),
    rows: [idle ? [drop] : [apply, drop]],
  };
}

const applyButton = (id: string, language: Language): Button => ({
  label: transferWords[language].apply,
  route: ['curate', 'apply', id],
  style: 'success',
});

/** `apply IMPORT` */
export async function applyImportFile([id = '']: Parts, context: PressContext): Promise<Reply> {
  const words = transferWords[context.language];
  const outcome = await context.services.faq.transfer.apply(serverId(context), id, context.viewer.id);
  if (!outcome.done) {
    if (outcome.reason === 'second') return await askSecond(id, context);
    if (outcome.reason === 'interrupted') {
      return { text: words.interrupted, rows: [[applyButton(id, context.language)]], visibility: 'private' };
    }
    const text = outcome.reason === 'gone' ? words.importGone : words.namesTaken;
    return { text, visibility: 'private' };
  }
  const { added, changed, skipped, already, conflict } = outcome.counts;
  const lines = [words.added(added), words.changed(changed), words.skipped(skipped + already)];
  if (conflict > 0) lines.push(words.conflicts(conflict));
  return { title: words.appliedTitle, text: lines.join('\n'), placement: 'update' };
}

/** `plan IMPORT`: shows the file's plan in this channel, for a second moderator. */
export async function showPlan([id = '']: Parts, context: PressContext): Promise<Reply> {
  const plan = await context.services.faq.transfer.plan(serverId(context), id);
  if (!plan) return { text: transferWords[context.language].importGone, visibility: 'private' };
  return { ...planReply(id, plan, communityLanguage(context)), visibility: 'channel' };
}

/** Puts the file's plan where other moderators find it; only they may apply it. */
async function askSecond(id: string, context: PressContext): Promise<Reply> {
  const words = transferWords[context.language];
  if (!context.message.private) return { text: words.secondMustApply, visibility: 'private' };
  const { transfer } = context.services.faq;
  const plan = await transfer.plan(serverId(context), id);
  if (!plan) return { text: words.importGone, visibility: 'private' };
  const posted = await postForSecond(planReply(id, plan, communityLanguage(context)), context);
  if (posted.done) return { text: posted.text, placement: 'update' };
  const showHere: Button = {
    label: curateWords[context.language].second.showHere,
    route: ['curate', 'plan', id],
  };
  return { text: posted.text, rows: [[showHere]], placement: 'update' };
}

/** `drop IMPORT` */
export async function dropImport([id = '']: Parts, context: PressContext): Promise<Reply> {
  await context.services.faq.transfer.discard(serverId(context), id);
  return { text: curateWords[context.language].discarded, placement: 'update' };
}

function titled(head: string, titles: readonly string[], language: Language): string {
  const lines = titles.slice(0, named).map(title => `- ${plain(shorten(title, 90))}`);
  const more = titles.length - named;
  return [head, ...lines, ...(more > 0 ? [transferWords[language].andMore(more)] : [])].join('\n');
}

/** The first faults in the message, all of them in a file where there are more. */
function faultsReply(faults: readonly (FileFault | EntryFault)[], language: Language): Reply {
  const words = transferWords[language];
  const lines = faults.map(fault => faultLine(fault, language));
  const shown = lines.slice(0, shownFaults).map(line => `- ${shorten(line, 150)}`);
  const more = lines.length - shown.length;
  return {
    title: words.refusedTitle,
    text: [
      ...shown,
      ...(more > 0 ? [words.andMore(more), words.allFaults] : []),
      '',
      words.refusedWhole,
    ].join('\n'),
    visibility: 'private',
    ...(more > 0 && { file: { name: 'problems.txt', content: lines.join('\n').replaceAll(/\*\*|\\/g, '') } }),
  };
}

function faultLine(fault: FileFault | EntryFault, language: Language): string {
  const words = transferWords[language];
  if (!('code' in fault)) {
    const { entry, fault: inside } = fault;
    if (inside.code === 'too-many') return words['too-many'];
    if (inside.code === 'and-more') return words.file['and-more'];
    const sentence =
      inside.code === 'twice' || inside.code === 'history'
        ? words[inside.code]
        : faultSentence(inside, language);
    return words.entry(brief(entry), sentence);
  }
  if (fault.code === 'forbidden-key') return words.forbiddenKey(brief(fault.key));
  if (fault.code !== 'shape') return words.file[fault.code];
  const sentence = words.shape(brief(fault.place), brief(fault.message));
  return fault.entry === undefined ? sentence : words.entry(brief(fault.entry), sentence);
}

/** Of a file only so much is repeated that it can be found there. */
const brief = (text: string): string => plain(shorten(text, 120));
