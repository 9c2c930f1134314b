import { writtenDate } from '../../i18n/dates.ts';
import {
  capitalized,
  inLanguage,
  type Language,
  languageIn,
  languages,
  ownName,
} from '../../i18n/languages.ts';
import { wordsOf } from '../../i18n/words.ts';
import type { Knowledge } from '../../knowledge/content/entry.ts';
import { titleIn } from '../../knowledge/content/entry-text.ts';
import { type LanguageChoice, languageChoice } from '../../messaging/language-choice.ts';
import { plain, shorten } from '../../messaging/markdown.ts';
import type { Button, Menu, Reply, Row } from '../../messaging/reply.ts';
import { linkTo } from '../approved/item-text.ts';
import { wordsIn } from '../approved/news.ts';
import { newsRoutes } from '../routes.ts';
import { type Card, wholeWords } from './card.ts';
import { cardTitle, eventName, sourceName } from './labels.ts';

/** Characters of a stranger's words shown on a card. */
const quoteLimit = 500;

export interface CardView {
  readonly id: string;
  readonly card: Card;
  /** The community's. */
  readonly language: Language;
  readonly knowledge: Knowledge;
  /** Another moderator than the writer must approve. */
  readonly requireSecond: boolean;
}

/** A card as moderators see it: what a source shows, neutralized; the words for members; what can be decided. */
export function cardReply(view: CardView): Reply {
  const { card, language } = view;
  const words = wordsOf(language).cards;
  const { finding } = card;
  const title = `${wordsOf(language).answers.kind[card.kind]} · ${finding ? sourceName(finding.source, language) : words.card.written}`;
  return {
    title: plain(title),
    text: [factsOf(card, language), saidOf(card, language), memberWords(view)].filter(Boolean).join('\n\n'),
    full: true,
    notes: notesOf(view),
    rows: rowsOf(view),
    visibility: 'channel',
    placement: 'update',
    language,
  };
}

function factsOf(card: Card, language: Language): string {
  const words = wordsOf(language).cards.card;
  const { finding } = card;
  const event = finding && eventName(finding.event, language);
  const lines = [
    finding ? `**${plain(shorten(finding.title, 200))}**` : '',
    finding?.caseName && finding.caseName !== finding.title
      ? `${words.case}: ${plain(shorten(finding.caseName, 150))}`
      : '',
    event ? `${words.what}: ${plain(event)}` : '',
    `${words.date}: **${writtenDate(card.date, language)}**${finding?.late ? ` · ${words.late}` : ''}`,
    linkTo(words.link, card.link),
  ];
  return lines.filter(Boolean).join('\n');
}

function saidOf({ finding }: Card, language: Language): string {
  const words = wordsOf(language).cards;
  const quote = finding?.quote.trim();
  const said =
    quote && `${words.card.quote}\n> ${plain(shorten(quote, quoteLimit)).replaceAll('\n', '\n> ')}`;
  const why = finding && `${wordsOf(language).digest.why} ${plain(inLanguage(finding.why, language))}`;
  return [said, why].filter(Boolean).join('\n');
}

function memberWords({ card, language }: CardView): string {
  const words = wordsOf(language).cards.card;
  const whole = wholeWords(card.words);
  const also = (card.also ?? []).map(({ title, url }) => linkTo(title, url)).join(' · ');
  const written = whole
    ? languages.flatMap(spoken => {
        if (!whole[spoken]) return [];
        const { title, summary } = wordsIn(whole, spoken);
        return [`**${capitalized(languageIn(spoken, language))}: ${plain(title)}**\n${plain(summary)}`];
      })
    : card.state === 'waiting'
      ? [words.noWords]
      : [];
  return [...written, also ? `${words.also} ${also}` : ''].filter(Boolean).join('\n\n');
}

function notesOf({ card, language, knowledge, requireSecond }: CardView): string[] {
  const words = wordsOf(language).cards.card;
  const { finding, decided, writer, state } = card;
  const titles = card.entries.flatMap(id => titleIn(knowledge.entries.get(id), language) ?? []);
  const by = decided && state !== 'waiting' ? ` (${words.by({ who: `<@${decided.by}>` })})` : '';
  return [
    `${words.states[state]}${by}`,
    finding?.noise && state === 'held' ? `${words.noise} ${plain(finding.noise)}` : '',
    card.edited ? words.edited : '',
    requireSecond && writer && state === 'waiting' ? words.second({ who: `<@${writer}>` }) : '',
    titles.length > 0 ? `${words.tagged} ${plain(titles.join(' · '))}` : '',
    titles.length > 0 && state === 'approved'
      ? card.settled
        ? words.settled[card.settled]
        : words.answersOpen
      : '',
  ].filter(Boolean);
}

type CardRoute = Exclude<keyof typeof newsRoutes, 'watchKind' | 'open' | 'queue' | 'status' | 'write'>;

function rowsOf(view: CardView): Row[] {
  const { id, card, language } = view;
  const words = wordsOf(language).cards;
  const button = (label: string, to: CardRoute, style?: 'success' | 'danger'): Button => ({
    label,
    route: newsRoutes[to]({ card: id }),
    ...(style && { style }),
  });
  const edit = button(words.edit, 'edit');
  const tags = tagMenu(view);
  const inLanguages = formLanguages(view);
  switch (card.state) {
    case 'approved':
      return [
        card.entries.length > 0 && !card.settled
          ? [
              edit,
              button(words.confirmAnswers, 'confirm', 'success'),
              button(words.dismissAnswers, 'dismiss'),
            ]
          : [edit],
        inLanguages.buttons,
        ...inLanguages.menu,
        ...tags,
      ];
    case 'merged':
      // A message needs a part that carries the mark of its delivery.
      return [[{ ...button(words.card.states.merged, 'show'), disabled: true }]];
    case 'ignored':
      return [[button(words.reopen, 'reopen')]];
    default: {
      const aside = card.state === 'held' ? button(words.reopen, 'reopen') : button(words.hold, 'hold');
      return [
        [
          button(words.approve, 'approve', 'success'),
          edit,
          button(words.merge, 'merge'),
          aside,
          button(words.ignore, 'ignore', 'danger'),
        ],
        [...inLanguages.buttons, ...(card.finding ? [button(words.ignoreKind, 'ignoreKind', 'danger')] : [])],
        ...inLanguages.menu,
        ...tags,
      ];
    }
  }
}

/** A form holds one language; each is a button away: moderators of one card do not all read the same. */
const formLanguages = ({ id, language }: CardView): LanguageChoice =>
  languageChoice(languages, language, {
    to: one => newsRoutes.edit({ card: id, language: one }),
    menu: newsRoutes.editIn({ card: id }),
    label: one => wordsOf(language).cards.inLanguage({ language: ownName(one) }),
  });

/** The answers it may bear on: those chosen, then those the search finds near. */
function tagMenu({ id, card, language, knowledge }: CardView): readonly Menu[] {
  const offered = [...new Set([...card.entries, ...card.suggested])].slice(0, 25);
  const options = offered.flatMap(value => {
    const title = titleIn(knowledge.entries.get(value), language);
    return title ? [{ label: title, value, chosen: card.entries.includes(value) }] : [];
  });
  return options.length > 0
    ? [
        {
          route: newsRoutes.tag({ card: id }),
          placeholder: wordsOf(language).cards.card.tags,
          options,
          min: 0,
          max: 5,
        },
      ]
    : [];
}

/** A card's title for lists. */
export const cardLine = (card: Card, language: Language): string =>
  `**${writtenDate(card.date, language)}** · ${plain(shorten(cardTitle(card, language), 120))}`;
