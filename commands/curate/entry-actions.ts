import { type Content, limits, normalName } from '../../src/community/entries/content.ts';
import type { CommunityEntry } from '../../src/community/entries/loaded-entries.ts';
import { upstreamChangeOf } from '../../src/community/overrides/override.ts';
import { curateRoutes } from '../../src/community/routes.ts';
import { languages } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain } from '../../src/messaging/markdown.ts';
import { type Answer, type Button, type Reply, say } from '../../src/messaging/reply.ts';
import type { Values } from '../../src/messaging/route-parts.ts';
import { spokenLanguage } from '../answers/entry-content-reply.ts';
import type { Context, PressContext } from '../services.ts';
import { ownReply } from './draft-actions.ts';
import { who } from './draft-reply.ts';
import { emptyContent, entryForm } from './entry-form.ts';
import { historyReply, revisionReply, titleOfEntry } from './history-reply.ts';

/** The form of a new entry, perhaps with a first text. */
export function addForm(content: Content | undefined, { language }: Context): Answer {
  const writing = content ? spokenLanguage(content, language) : language;
  return entryForm({
    route: curateRoutes.new({ language: writing }),
    kind: 'add',
    content: content ?? emptyContent,
    language,
    writing,
  });
}

/** The form of an entry's next revision; of a shared entry: of the community's own copy. */
export async function editForm(typed: string, context: Context): Promise<Answer> {
  const own = await ownEntry(typed, context);
  const { community } = context.services;
  const id = own?.id ?? sharedId(typed, context);
  const content = own?.content ?? community.shared(id ?? '')?.content;
  if (!id || !content) return unknown(context);
  // A removed copy has revisions to write upon.
  const known = own ?? (await community.entries.all(serverId(context))).find(entry => entry.id === id);
  const writing = spokenLanguage(content, context.language);
  return entryForm({
    route: curateRoutes.form({ entry: id, base: known?.n ?? 0, language: writing }),
    kind: 'edit',
    content,
    language: context.language,
    writing,
  });
}

/** Asks once before an entry is removed. */
export async function askRemove(typed: string, context: Context): Promise<Reply> {
  const entry = await ownEntry(typed, context);
  if (!entry) return unknown(context);
  const words = wordsOf(context.language).curate;
  return {
    title: words.removeTitle({ title: plain(entry.content.title) }),
    text: entry.shared ? words.removeCopy : words.remove,
    rows: [
      [
        {
          label: words.removeYes,
          route: curateRoutes.remove({ entry: entry.id, revision: entry.n }),
          style: 'danger',
        },
        { label: words.removeNo, route: curateRoutes.leave({}) },
      ],
    ],
  };
}

/** Removes what was shown. */
export async function removeEntry(
  { entry: id, revision }: Values<typeof curateRoutes.remove.shape>,
  context: PressContext,
): Promise<Reply> {
  const words = wordsOf(context.language).curate;
  const { curation } = context.services.community;
  const removal = { by: context.viewer.id, base: revision };
  const result = await curation.remove(serverId(context), id, removal);
  const entry = await curation.entry(serverId(context), id);
  if (!entry) return unknown(context);
  const title = plain(titleOfEntry(entry));
  if (result.done) {
    const undo: Button = { label: words.undo, route: curateRoutes.undo({ entry: id, revision: result.n }) };
    return {
      text: words.removed({ title }),
      rows: [[undo, historyButton(id, context)]],
      placement: 'update',
    };
  }
  if (result.reason !== 'conflict') return { text: words.alreadyRemoved, placement: 'update' };
  return {
    title: words.conflictTitle,
    text: `${words.notRemoved} ${words.by({ who: who(result.latest.by) })}`,
    rows: [[historyButton(id, context)]],
    placement: 'update',
  };
}

/** It is not removed. */
export const leave = (_values: object, { language }: PressContext): Reply => ({
  text: wordsOf(language).curate.notRemoved,
  placement: 'update',
});

/** `undo ENTRY REMOVAL` */
export async function undoRemoval(
  { entry: id, revision }: Values<typeof curateRoutes.undo.shape>,
  context: PressContext,
): Promise<Reply> {
  const words = wordsOf(context.language).curate;
  const { curation } = context.services.community;
  const result = await curation.undo(serverId(context), id, {
    by: context.viewer.id,
    removal: revision,
  });
  const entry = await curation.entry(serverId(context), id);
  if (!entry) return unknown(context);
  const refusal =
    result.done || result.reason !== 'full' ? words.tooLateToUndo : words.full({ max: limits.entries });
  const text = result.done ? words.undone({ title: plain(titleOfEntry(entry)) }) : refusal;
  return { text, rows: [[historyButton(id, context)]], placement: 'update' };
}

/** A page of the history of an entry that a moderator typed or chose. */
export async function showHistory(typed: string, page: number, context: Context): Promise<Reply> {
  const { entries, curation, usage } = context.services.community;
  const guildId = serverId(context);
  const id = (await anyEntry(typed, context))?.id ?? typed;
  const [entry, counts] = await Promise.all([curation.entry(guildId, id), usage.of(guildId)]);
  if (!entry) return unknown(context);
  await entries.refresh(guildId, id);
  const { language } = context;
  const reply = historyReply(id, entry, { page, shown: counts.get(id) ?? 0, language });
  if (!upstreamChangeOf(entry, context.services.community.shared(id)?.content)) return reply;
  const words = wordsOf(language).curate.upstream;
  const choice: Button[] = [
    { label: words.keep, route: curateRoutes.keep({ entry: id }) },
    { label: words.take, route: curateRoutes.take({ entry: id }) },
  ];
  return { ...reply, banner: words.note, rows: [...(reply.rows ?? []), choice] };
}

/** `history ENTRY PAGE` */
export async function turnHistory(
  { entry: id, page }: Values<typeof curateRoutes.history.shape>,
  context: PressContext,
): Promise<Reply> {
  const reply = await showHistory(id, page, context);
  return { ...reply, placement: context.message.private ? 'update' : 'new', visibility: 'private' };
}

/** One revision as members saw it. */
export async function showRevision(
  { entry: id, revision: n, page }: Values<typeof curateRoutes.revision.shape>,
  context: PressContext,
): Promise<Reply> {
  const entry = await context.services.community.curation.entry(serverId(context), id);
  const revision = entry?.revisions.find(known => known.n === n);
  if (!entry || !revision) return say(wordsOf(context.language).curate.noSuchRevision);
  const override = entry.shared !== undefined;
  const titles = context.services.community.shared(id)?.titles;
  const reply = revisionReply(id, entry, revision, {
    page,
    override,
    titles,
    language: context.language,
  });
  return { ...reply, placement: 'update' };
}

/** Brings a revision back, or shows it as a draft where a second moderator must publish. */
export async function bringBack(typed: string, revision: string, context: Context): Promise<Reply> {
  const words = wordsOf(context.language).curate;
  const { curation } = context.services.community;
  const id = (await anyEntry(typed, context))?.id ?? typed;
  const from = /^\d{1,9}$/.test(revision.trim()) ? Number(revision) : 0;
  const result = await curation.restore(serverId(context), id, { by: context.viewer.id, from });
  if ('draft' in result) return ownReply(result, context);
  const entry = await curation.entry(serverId(context), id);
  if (!entry || (!result.done && result.reason === 'unknown')) return unknown(context);
  const title = plain(titleOfEntry(entry));
  if (!result.done) {
    const full = result.reason === 'full' ? words.full({ max: limits.entries }) : words.noSuchRevision;
    return { text: result.reason === 'same' ? words.same({ title }) : full };
  }
  return { text: words.restored({ title, from }), rows: [[historyButton(id, context)]] };
}

/** Brings a revision back. */
export async function pressBringBack(
  { entry: id, revision }: Values<typeof curateRoutes.bring.shape>,
  context: PressContext,
): Promise<Reply> {
  return { ...(await bringBack(id, String(revision), context)), placement: 'update' };
}

/** What to do where a shared entry changed. */
export const settleUpstream =
  (choice: 'keep' | 'take') =>
  async ({ entry: id }: Values<typeof curateRoutes.keep.shape>, context: PressContext): Promise<Reply> => {
    const settled = await context.services.community.upstream.settle(
      serverId(context),
      id,
      choice,
      context.viewer.id,
    );
    return {
      text: wordsOf(context.language).curate.upstream[settled],
      rows: [[historyButton(id, context)]],
      placement: 'update',
    };
  };

const historyButton = (id: string, { language }: Context): Button => ({
  label: wordsOf(language).curate.history,
  route: curateRoutes.history({ entry: id, page: 0 }),
});

const unknown = ({ language }: Context): Reply => say(wordsOf(language).curate.unknown);

const ownEntry = (typed: string, context: Context): Promise<CommunityEntry | undefined> =>
  context.services.community.entries.named(serverId(context), typed);

/** A shared entry by id, or by its title in either language: a guess would open the wrong form. */
function sharedId(typed: string, { services }: Context): string | undefined {
  const { entries } = services.knowledge;
  if (entries.has(typed)) return typed;
  const name = normalName(typed);
  const titled = [...entries.values()].find(({ text }) =>
    languages.some(language => normalName(text[language]?.title ?? '') === name),
  );
  return titled?.id;
}

/** An entry by name, or by id also where it was removed. */
async function anyEntry(typed: string, context: Context): Promise<{ readonly id: string } | undefined> {
  const own = await ownEntry(typed, context);
  if (own) return own;
  const all = await context.services.community.entries.all(serverId(context));
  return all.find(({ id, content }) => id === typed || content.title === typed);
}
