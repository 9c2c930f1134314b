import { normalName } from '../../src/community/entries/content.ts';
import type { FaqEntry } from '../../src/community/entries/entry.ts';
import type { CommunityEntry } from '../../src/community/entries/loaded-entries.ts';
import { writtenDate } from '../../src/i18n/dates.ts';
import { inLanguage } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';

import type { Choice } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { shorten } from '../../src/messaging/markdown.ts';
import type { Context } from '../services.ts';

/** Discord's limits: choices, and characters of a choice's name. */
const most = 25;
const nameLimit = 100;

/** What members choose from: live entries by what is typed; while nothing is, the most used. */
export async function memberChoices(typed: string, context: Context): Promise<readonly Choice[]> {
  const found = await foundEntries(typed, context, false);
  return found.map(({ id, content }) => ({ name: shorten(content.title, nameLimit), value: id }));
}

/** What moderators choose from: with how often each was shown, with removed or shared ones where these make sense. */
export async function moderatorChoices(
  typed: string,
  context: Context,
  also: { readonly removed?: boolean; readonly shared?: boolean },
): Promise<readonly Choice[]> {
  const words = wordsOf(context.language).curate;
  const { community, knowledge, search } = context.services;
  const [own, counts] = await Promise.all([
    foundEntries(typed, context, also.removed ?? false),
    community.usage.of(serverId(context)),
  ]);
  const choices = own.map(({ id, content, removed }): Choice => {
    const count = counts.get(id);
    return choice(id, content.title, removed ? words.removedMark : count && `${count}×`);
  });
  const taken = new Set(own.map(({ id }) => id));
  if (!also.shared || !typed.trim()) return choices.slice(0, most);
  const ids = await search.suggest(typed, context.language);
  const shared = ids.flatMap(id => {
    const entry = taken.has(id) ? undefined : knowledge.entries.get(id);
    return entry ? [choice(id, inLanguage(entry.text, context.language).title, words.sharedMark)] : [];
  });
  return [...choices, ...shared].slice(0, most);
}

/** The revisions of an entry that can come back, newest first. */
export function revisionChoices(entry: FaqEntry, typed: string, context: Context): readonly Choice[] {
  return entry.revisions
    .toReversed()
    .filter(({ n, content }) => content && String(n).startsWith(typed.trim()))
    .slice(0, most)
    .map(({ n, at, content }) =>
      choice(String(n), `${n} · ${writtenDate(at, context.language)}`, content?.title),
    );
}

function choice(value: string, title: string, mark: string | number | undefined): Choice {
  const end = mark ? ` · ${mark}` : '';
  return { name: shorten(`${shorten(title, nameLimit - Math.min(end.length, 40))}${end}`, nameLimit), value };
}

async function foundEntries(
  typed: string,
  context: Context,
  removed: boolean,
): Promise<readonly CommunityEntry[]> {
  const { entries, usage } = context.services.community;
  const guildId = serverId(context);
  if (typed.trim()) {
    const found = await entries.suggest(guildId, typed, context.language);
    if (!removed) return found;
    const name = normalName(typed);
    const gone = (await entries.all(guildId)).filter(
      entry => entry.removed && normalName(entry.content.title).includes(name),
    );
    return [...found, ...gone].slice(0, most);
  }
  const [all, counts] = await Promise.all([entries.all(guildId), usage.of(guildId)]);
  const score = (entry: CommunityEntry) => (entry.removed ? -1 : (counts.get(entry.id) ?? 0));
  return (
    all
      .filter(entry => removed || !entry.removed)
      // By the letters' numbers: a collator takes milliseconds for 2,000 titles.
      .sort((a, b) => score(b) - score(a) || (a.content.title < b.content.title ? -1 : 1))
      .slice(0, most)
  );
}
