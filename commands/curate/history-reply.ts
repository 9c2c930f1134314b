import { contentChanges } from '../../src/community/entries/changes.ts';
import { type FaqEntry, latest, type Revision } from '../../src/community/entries/entry.ts';
import { curateRoutes } from '../../src/community/routes.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';

import { plain, shorten } from '../../src/messaging/markdown.ts';
import { pageWithin } from '../../src/messaging/page-within.ts';
import type { Button, Reply } from '../../src/messaging/reply.ts';
import { memberAnswer, type Shown } from '../answers/entry-content-reply.ts';
import { when, who } from './draft-reply.ts';

/** Revisions on one page: as many as a phone shows without much scrolling. */
const perPage = 3;
const changesLimit = 420;

/** The title an entry has, or had before it was removed. */
export const titleOfEntry = ({ revisions }: FaqEntry): string =>
  revisions.findLast(({ content }) => content)?.content?.title ?? '';

/** A page of an entry's revisions, newest first: who, when, what changed. `shown` is how often members saw it in 30 days. */
export function historyReply(
  id: string,
  entry: FaqEntry,
  { page, shown, language }: { readonly page: number; readonly shown: number; readonly language: Language },
): Reply {
  const words = wordsOf(language).curate;
  const newestFirst = entry.revisions.toReversed();
  const pages = Math.ceil(newestFirst.length / perPage);
  const at = pageWithin(page, pages);
  const here = newestFirst.slice(at * perPage, (at + 1) * perPage);
  const texts = here.map((revision, index) => {
    const before = newestFirst[at * perPage + index + 1];
    const changes =
      revision.content && `\n${contentChanges(before?.content, revision.content, language, changesLimit)}`;
    return `${headline(revision, language)}${changes ?? ''}`;
  });
  const turn = (label: string, to: number): Button => ({
    label,
    route: curateRoutes.history({ entry: id, page: Math.max(to, 0) }),
    disabled: to < 0 || to >= pages,
  });
  const see = here.filter(({ content }) => content);
  return {
    title: words.historyTitle({ title: plain(shorten(titleOfEntry(entry), 90)) }),
    text: texts.join('\n\n'),
    notes: [words.shown({ count: shown })],
    language,
    rows: [
      see.map(({ n }) => ({
        label: words.see({ n }),
        route: curateRoutes.revision({ entry: id, revision: n, page: 0 }),
      })),
      pages > 1 ? [turn(words.newer, at - 1), turn(words.older, at + 1)] : [],
    ],
  };
}

/** One line: `**Version 3** · time · by <@id>, approved by <@id> · brought back version 1`. */
function headline(revision: Revision, language: Language): string {
  const words = wordsOf(language).curate;
  const { n, at, by, approvedBy, content, from, imported } = revision;
  return [
    `**${words.revision({ n })}**`,
    when(at),
    [words.by({ who: who(by) }), ...(approvedBy ? [words.approvedBy({ who: who(approvedBy) })] : [])].join(
      ', ',
    ),
    ...(content ? [] : [words.wasRemoved]),
    ...(n === 1 ? [words.wasCreated] : []),
    ...(from ? [words.wasRestored({ from })] : []),
    ...(imported ? [words.wasImported] : []),
  ].join(' · ');
}

/** One revision as members saw it, with a button that brings it back. */
export function revisionReply(
  id: string,
  entry: FaqEntry,
  revision: Revision,
  {
    page,
    override,
    titles,
    language,
  }: {
    readonly page: number;
    readonly override: boolean;
    readonly titles: Shown['titles'];
    readonly language: Language;
  },
): Reply {
  const words = wordsOf(language).curate;
  const { n, at, content } = revision;
  if (!content) return { text: words.noSuchRevision };
  const current = latest(entry).n === n;
  const answer = memberAnswer(
    { content, at, override, titles },
    { language, page, turn: to => curateRoutes.revision({ entry: id, revision: n, page: to }) },
  );
  return {
    ...answer,
    notes: [...(answer.notes ?? []), current ? words.nowShown : headline(revision, language)],
    rows: [
      [
        ...(current
          ? []
          : [
              {
                label: words.bringBack,
                route: curateRoutes.bring({ entry: id, revision: n }),
                style: 'success',
              } as const,
            ]),
        { label: words.back, route: curateRoutes.history({ entry: id, page: 0 }) },
      ],
    ],
  };
}
