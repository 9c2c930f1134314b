import { type Content, limits, normalName } from '../../src/community/entries/content.ts';
import type { CommunityEntry } from '../../src/community/entries/entry-cache.ts';
import { driftOf } from '../../src/community/overrides/override.ts';
import { languages } from '../../src/i18n/language.ts';
import { curateWords } from '../../src/i18n/words/curate.ts';
import type { Context, PressContext } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain } from '../../src/messaging/markdown.ts';
import type { Answer, Button, Reply } from '../../src/messaging/reply.ts';
import { ownReply } from './draft-actions.ts';
import { who } from './draft-reply.ts';
import { emptyContent, entryForm } from './entry-form.ts';
import { historyReply, revisionReply, titleOfEntry } from './history-reply.ts';

type Parts = readonly string[];

/** The form of a new entry, perhaps with a first text. */
export const addForm = (content: Content | undefined, { language }: Context): Answer =>
  entryForm(['curate', 'new'], 'add', content ?? emptyContent, language);

/** The form of an entry's next revision; of a shared entry: of the community's own copy. */
export async function editForm(typed: string, context: Context): Promise<Answer> {
  const own = await ownEntry(typed, context);
  const { faq } = context.services;
  const id = own?.id ?? sharedId(typed, context);
  const content = own?.content ?? faq.shared(id ?? '')?.content;
  if (!id || !content) return unknown(context);
  // A removed copy has revisions to write upon.
  const known = own ?? (await faq.community.all(serverId(context))).find(entry => entry.id === id);
  return entryForm(['curate', 'form', id, String(known?.n ?? 0)], 'edit', content, context.language);
}

/** Asks once before an entry is removed. */
export async function askRemove(typed: string, context: Context): Promise<Reply> {
  const entry = await ownEntry(typed, context);
  if (!entry) return unknown(context);
  const words = curateWords[context.language];
  return {
    title: words.removeTitle(plain(entry.content.title)),
    text: entry.shared ? words.removeCopy : words.remove,
    rows: [
      [
        { label: words.removeYes, route: ['curate', 'remove', entry.id, String(entry.n)], style: 'danger' },
        { label: words.removeNo, route: ['curate', 'leave'] },
      ],
    ],
  };
}

/** `remove ENTRY REVISION` */
export async function removeEntry([id = '', base]: Parts, context: PressContext): Promise<Reply> {
  const words = curateWords[context.language];
  const { curation } = context.services.faq;
  const removal = { by: context.viewer.id, base: Number(base) };
  const result = await curation.remove(serverId(context), id, removal);
  const entry = await curation.entry(serverId(context), id);
  if (!entry) return unknown(context);
  const title = plain(titleOfEntry(entry));
  if (result.done) {
    const undo: Button = { label: words.undo, route: ['curate', 'undo', id, String(result.n)] };
    return { text: words.removed(title), rows: [[undo, historyButton(id, context)]], placement: 'update' };
  }
  if (result.reason !== 'conflict') return { text: words.alreadyRemoved, placement: 'update' };
  return {
    title: words.conflictTitle,
    text: `${words.notRemoved} ${words.by(who(result.latest.by))}`,
    rows: [[historyButton(id, context)]],
    placement: 'update',
  };
}

/** `leave`: it is not removed. */
export const leave = (_parts: Parts, { language }: PressContext): Reply => ({
  text: curateWords[language].notRemoved,
  placement: 'update',
});

/** `undo ENTRY REMOVAL` */
export async function undoRemoval([id = '', removal]: Parts, context: PressContext): Promise<Reply> {
  const words = curateWords[context.language];
  const { curation } = context.services.faq;
  const result = await curation.undo(serverId(context), id, {
    by: context.viewer.id,
    removal: Number(removal),
  });
  const entry = await curation.entry(serverId(context), id);
  if (!entry) return unknown(context);
  const refusal = result.done || result.reason !== 'full' ? words.tooLateToUndo : words.full(limits.entries);
  const text = result.done ? words.undone(plain(titleOfEntry(entry))) : refusal;
  return { text, rows: [[historyButton(id, context)]], placement: 'update' };
}

/** A page of the history of an entry that a moderator typed or chose. */
export async function showHistory(typed: string, page: number, context: Context): Promise<Reply> {
  const { community, curation, usage } = context.services.faq;
  const guildId = serverId(context);
  const id = (await anyEntry(typed, context))?.id ?? typed;
  const [entry, counts] = await Promise.all([curation.entry(guildId, id), usage.of(guildId)]);
  if (!entry) return unknown(context);
  await community.refresh(guildId, id);
  const { language } = context;
  const reply = historyReply(id, entry, { page, shown: counts.get(id) ?? 0, language });
  if (!driftOf(entry, context.services.faq.shared(id)?.content)) return reply;
  const words = curateWords[language].drift;
  const choice: Button[] = [
    { label: words.keep, route: ['curate', 'keep', id] },
    { label: words.take, route: ['curate', 'take', id] },
  ];
  return { ...reply, banner: words.note, rows: [...(reply.rows ?? []), choice] };
}

/** `history ENTRY PAGE` */
export async function turnHistory([id = '', page]: Parts, context: PressContext): Promise<Reply> {
  const reply = await showHistory(id, Number(page) || 0, context);
  return { ...reply, placement: context.message.private ? 'update' : 'new', visibility: 'private' };
}

/** `revision ENTRY REVISION PAGE`: one revision as members saw it. */
export async function showRevision([id = '', n, page]: Parts, context: PressContext): Promise<Reply> {
  const entry = await context.services.faq.curation.entry(serverId(context), id);
  const revision = entry?.revisions.find(known => known.n === Number(n));
  if (!entry || !revision)
    return { text: curateWords[context.language].noSuchRevision, visibility: 'private' };
  const overlay = entry.shared !== undefined;
  const titles = context.services.faq.shared(id)?.titles;
  const reply = revisionReply(id, entry, revision, {
    page: Number(page) || 0,
    overlay,
    titles,
    language: context.language,
  });
  return { ...reply, placement: 'update' };
}

/** Brings a revision back, or shows it as a draft where a second moderator must publish. */
export async function bringBack(typed: string, revision: string, context: Context): Promise<Reply> {
  const words = curateWords[context.language];
  const { curation } = context.services.faq;
  const id = (await anyEntry(typed, context))?.id ?? typed;
  const from = /^\d{1,9}$/.test(revision.trim()) ? Number(revision) : 0;
  const result = await curation.restore(serverId(context), id, { by: context.viewer.id, from });
  if ('draft' in result) return ownReply(result, context);
  const entry = await curation.entry(serverId(context), id);
  if (!entry || (!result.done && result.reason === 'unknown')) return unknown(context);
  const title = plain(titleOfEntry(entry));
  if (!result.done) {
    const full = result.reason === 'full' ? words.full(limits.entries) : words.noSuchRevision;
    return { text: result.reason === 'same' ? words.same(title) : full };
  }
  return { text: words.restored(title, from), rows: [[historyButton(id, context)]] };
}

/** `bring ENTRY REVISION` */
export async function pressBringBack([id = '', n = '']: Parts, context: PressContext): Promise<Reply> {
  return { ...(await bringBack(id, n, context)), placement: 'update' };
}

/** `keep ENTRY`, `take ENTRY`: what to do where a shared entry changed. */
export const settleDrift =
  (choice: 'keep' | 'take') =>
  async ([id = '']: Parts, context: PressContext): Promise<Reply> => {
    const settled = await context.services.faq.drift.settle(serverId(context), id, choice, context.viewer.id);
    return {
      text: curateWords[context.language].drift[settled],
      rows: [[historyButton(id, context)]],
      placement: 'update',
    };
  };

const historyButton = (id: string, { language }: Context): Button => ({
  label: curateWords[language].history,
  route: ['curate', 'history', id, '0'],
});

const unknown = ({ language }: Context): Reply => ({
  text: curateWords[language].unknown,
  visibility: 'private',
});

const ownEntry = (typed: string, context: Context): Promise<CommunityEntry | undefined> =>
  context.services.faq.community.named(serverId(context), typed);

/** A shared entry by id, or by its title in either language: a guess would open the wrong form. */
function sharedId(typed: string, { services }: Context): string | undefined {
  const { entries } = services.knowledge;
  if (entries.has(typed)) return typed;
  const name = normalName(typed);
  const titled = [...entries.values()].find(({ text }) =>
    languages.some(language => normalName(text[language].title) === name),
  );
  return titled?.id;
}

/** An entry by name, or by id also where it was removed. */
async function anyEntry(typed: string, context: Context): Promise<{ readonly id: string } | undefined> {
  const own = await ownEntry(typed, context);
  if (own) return own;
  const all = await context.services.faq.community.all(serverId(context));
  return all.find(({ id, content }) => id === typed || content.title === typed);
}
