import type { DraftView } from '../../src/community/drafts/drafts.ts';
import { contentChanges } from '../../src/community/entries/changes.ts';
import { curateRoutes } from '../../src/community/routes.ts';
import { type Language, languages, ownName } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { languageChoice } from '../../src/messaging/language-choice.ts';
import { plain } from '../../src/messaging/markdown.ts';
import type { Button, Reply, Row } from '../../src/messaging/reply.ts';
import type { Route } from '../../src/messaging/route.ts';
import { memberAnswer, spokenLanguage } from '../answers/entry-content-reply.ts';
import { faultSentence } from './fault-sentence.ts';

/** A person named so that nobody is pinged: `render` allows no mention. */
export const who = (id: string) => `<@${id}>`;
/** A time each reader sees in their own zone. */
export const when = (iso: string) => `<t:${Math.floor(Date.parse(iso) / 1_000)}:f>`;

export interface DraftShowing {
  /** The language of the moderator. */
  readonly language: Language;
  /** The language in which the draft is shown. */
  readonly shown?: Language;
  readonly page?: number;
  readonly now: Date;
  /** For a second moderator, where others can see it: names the author. */
  readonly card?: boolean;
}

/** What a draft's writer gets: its faults, or what others changed meanwhile, or the preview with Publish · Edit · Discard. */
export function draftReply(view: DraftView, showing: DraftShowing): Reply {
  if (view.meanwhile) return conflictReply(view, showing.language);
  return view.faults.length > 0 ? faultsReply(view, showing) : previewReply(view, showing);
}

function previewReply({ id, draft, override, titles, needsSecond }: DraftView, showing: DraftShowing): Reply {
  const { language, now, page = 0, shown = language, card = false } = showing;
  const words = wordsOf(language).curate;
  const { version } = draft;
  const see = (to: Language, at: number) => seeRoute(id, version, card, to, at);
  const answer = memberAnswer(
    { content: draft.content, at: now.toISOString(), override, titles },
    { language: shown, page, turn: at => see(shown, at) },
  );
  const spoken = spokenLanguage(draft.content, shown);
  const inOthers = languageChoice(
    languages.filter(other => other !== spoken && draft.content.answers[other]),
    language,
    {
      to: other => see(other, 0),
      menu: curateRoutes.seeIn({ draft: id, version, kind: card ? 'card' : 'own' }),
    },
  );
  const rows: Row[] = [
    [
      { label: words.publish, route: curateRoutes.publish({ draft: id, version }), style: 'success' },
      editButton(words.edit, curateRoutes.redo({ draft: id, version, base: draft.base, language: spoken })),
      { label: words.discard, route: curateRoutes.discard({ draft: id }), style: 'danger' },
    ],
    inOthers.buttons,
    ...inOthers.menu,
    ...writeIn(
      languages.filter(other => !draft.content.answers[other]),
      { id, version, base: draft.base },
      language,
    ),
  ];
  return {
    ...answer,
    ...(card && { banner: words.second.card({ author: who(draft.by) }) }),
    notes: [...(answer.notes ?? []), needsSecond ? words.previewSecond : words.preview],
    rows,
  };
}

const seeRoute = (draft: string, version: number, card: boolean, language: Language, page: number): Route =>
  curateRoutes.see({ draft, version, kind: card ? 'card' : 'own', language, page });

const editButton = (label: string, route: Route): Button => ({ label, route, style: 'primary' });

function faultsReply(
  { id, draft, faults }: DraftView,
  { language, page = 0, card = false }: DraftShowing,
): Reply {
  const words = wordsOf(language).curate;
  const list = faults.map(fault => `- ${faultSentence(fault, language)}`);
  return {
    title: words.faultsTitle,
    text: [...list, '', words.faultsEnd].join('\n'),
    pages: { at: page, turn: at => seeRoute(id, draft.version, card, language, at) },
    rows: againRows(
      { id, version: draft.version, base: draft.base },
      languages.find(one => faults.some(fault => 'part' in fault && fault.part === `answer_${one}`)) ??
        spokenLanguage(draft.content, language),
      language,
    ),
  };
}

function conflictReply({ id, draft, meanwhile }: DraftView, language: Language): Reply {
  const words = wordsOf(language).curate;
  if (!meanwhile) return { text: words.draftGone };
  const { before, latest } = meanwhile;
  const said = latest.content ? words.conflict : words.conflictRemoved;
  const changes = latest.content ? [contentChanges(before?.content, latest.content, language, 1_200)] : [];
  return {
    title: words.conflictTitle,
    text: [
      `**${plain(draft.content.title)}**`,
      said({ who: who(latest.approvedBy ?? latest.by), when: when(latest.at) }),
      ...changes,
      words.conflictEnd,
    ].join('\n\n'),
    rows: againRows(
      { id, version: draft.version, base: latest.n },
      spokenLanguage(draft.content, language),
      language,
    ),
  };
}

/** A draft as its form is opened again; `base` is the revision its writer was shown. */
interface Again {
  readonly id: string;
  readonly version: number;
  readonly base: number;
}

/** The form again in the language that needs it, and in the others. */
const againRows = ({ id, version, base }: Again, writing: Language, language: Language): Row[] => [
  [
    editButton(
      wordsOf(language).curate.editAgain,
      curateRoutes.redo({ draft: id, version, base, language: writing }),
    ),
    { label: wordsOf(language).curate.discard, route: curateRoutes.discard({ draft: id }), style: 'danger' },
  ],
  ...writeIn(
    languages.filter(other => other !== writing),
    { id, version, base },
    language,
  ),
];

/** A form holds one language; the others are a button away, and what was written in them is kept. */
function writeIn(others: readonly Language[], { id, version, base }: Again, language: Language): Row[] {
  const { buttons, menu } = languageChoice(others, language, {
    to: other => curateRoutes.redo({ draft: id, version, base, language: other }),
    menu: curateRoutes.redo({ draft: id, version, base }),
    label: other => wordsOf(language).curate.inLanguage({ language: ownName(other) }),
  });
  return [buttons, ...menu];
}
