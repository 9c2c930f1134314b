import {
  type APIAllowedMentions,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { writtenDate } from '../i18n/dates.ts';
import { fallbackLanguage, type Language } from '../i18n/languages.ts';
import { allUnmarked, isMarked } from '../i18n/untranslated.ts';
import { someAreMissing, wordsOf } from '../i18n/words.ts';
import { shorten } from './markdown.ts';
import { pageWithin } from './page-within.ts';
import { paginate } from './paginate.ts';
import type { Button, Menu, Reply, Row } from './reply.ts';
import { encodeRoute } from './route.ts';

/** Discord: all text of a Components V2 message together, in characters. */
const messageLimit = 4_000;
/** A page that a phone shows without tiring the thumb. */
export const pageLimit = 1_900;
const footerLimit = 1_100;
const plainAccent = 0x3b82f6;
const bannerAccent = 0xd97706;

/** A message in Components V2, as the callback, the edit and the channel routes take it. */
export interface Rendered {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions;
}

/**
 * A reply as Discord takes it, within its limits (4,000 characters, 40 components, 100-character `custom_id`s). Nothing is pinged but
 * `reply.ping`. Source: https://docs.discord.com/developers/components/reference
 */
export function render(reply: Reply, language: Language = fallbackLanguage): Rendered {
  const known = rendered.get(reply)?.get(language);
  if (known) return known;
  const fresh = renderNow(reply, language);
  rendered.set(reply, (rendered.get(reply) ?? new Map()).set(language, fresh));
  return fresh;
}

/** A reply is a value that never changes, and commands give the same one again for the same entry. */
const rendered = new WeakMap<Reply, Map<Language, Rendered>>();

/** Where one of the words used is not translated yet, a line says so. */
function renderNow(reply: Reply, language: Language): Rendered {
  const whole = renderWords(reply, language);
  if (!someAreMissing() || !isMarked(JSON.stringify(whole.components))) return whole;
  const { someEnglish } = wordsOf(reply.language ?? language).answers;
  return allUnmarked(renderWords({ ...reply, notes: [...(reply.notes ?? []), someEnglish] }, language));
}

function renderWords(reply: Reply, language: Language): Rendered {
  const first = reply.first ? [titleOf(reply), reply.first.text].join('\n') : '';
  const head = (reply.first ? [bannerOf(reply)] : [titleOf(reply), bannerOf(reply)])
    .filter(Boolean)
    .join('\n');
  const foot = footOf(reply, reply.language ?? language);
  const others = first.length + head.length + foot.length;
  const room = Math.min(reply.full ? messageLimit : pageLimit, messageLimit - others - 2);
  const pages = paginate(reply.text ?? '', room);
  const at = pageWithin(reply.pages?.at ?? 0, pages.length);
  const body = reply.pages || pages.length === 1 ? (pages[at] ?? '') : shorten(reply.text ?? '', room);

  const inside: APIComponentInContainer[] = [];
  if (first) inside.push({ type: ComponentType.TextDisplay, content: first });
  for (const row of reply.first?.rows ?? []) if (!isEmpty(row)) inside.push(rowOf(row));
  for (const content of [head, body]) if (content) inside.push({ type: ComponentType.TextDisplay, content });
  if (foot) {
    inside.push({ type: ComponentType.Separator }, { type: ComponentType.TextDisplay, content: foot });
  }
  const turning = reply.pages
    ? [pageRow(reply.pages.turn, at, pages.length, reply.language ?? language)]
    : [];
  for (const row of [...turning, ...(reply.rows ?? [])]) if (!isEmpty(row)) inside.push(rowOf(row));

  return {
    flags: MessageFlags.IsComponentsV2 | (reply.visibility === 'channel' ? 0 : MessageFlags.Ephemeral),
    components: [
      {
        type: ComponentType.Container,
        accent_color: reply.banner ? bannerAccent : plainAccent,
        components: inside,
      },
    ],
    allowed_mentions: reply.ping ? { parse: [], roles: [reply.ping] } : { parse: [] },
  };
}

const titleOf = ({ title }: Reply): string => (title ? `## ${shorten(title, 200)}` : '');
const bannerOf = ({ banner }: Reply): string => (banner ? `> **${shorten(banner, 700)}**` : '');

/** Sources with links, the date, the quiet lines. What does not fit is counted, never cut in the middle of a link. */
function footOf(reply: Reply, language: Language): string {
  const words = wordsOf(language).answers;
  const lines: string[] = [];
  const sources = reply.sources ?? [];
  let used = 0;
  for (const [index, { label, url }] of sources.entries()) {
    const line = `-# • ${url ? `[${label}](${url})` : label}`;
    if (used + line.length > footerLimit) {
      lines.push(`-# ${words.moreSources({ count: sources.length - index })}`);
      break;
    }
    used += line.length + 1;
    lines.push(line);
  }
  if (sources.length > 0) lines.unshift(`-# ${words.sources}:`);
  const quiet = (reply.notes ?? []).map(note => shorten(note, 300));
  const last = [
    reply.asOf && words.asOf({ date: writtenDate(reply.asOf, language) }),
    reply.legal && words.legal,
  ];
  const closing = last.filter(Boolean).join(' · ');
  return [...lines, ...[...quiet, closing].filter(Boolean).map(line => `-# ${line}`)].join('\n');
}

type Turn = NonNullable<Reply['pages']>['turn'];

/** Buttons to the page before and after, with the place in between; empty where there is one page. */
export function pageRow(turn: Turn, at: number, of: number, language: Language): Row {
  if (of < 2) return [];
  const words = wordsOf(language).answers;
  return [
    // Both ends keep their button, disabled, so that the thumb finds it where it was; the number keeps the ids apart.
    { label: `‹ ${words.previous}`, route: turn(at - 1), disabled: at === 0 },
    { label: words.page({ at: at + 1, of }), route: turn(at), disabled: true },
    { label: `${words.next} ›`, route: turn(at + 1), disabled: at === of - 1 },
  ];
}

const isEmpty = (row: Row): boolean => (isMenu(row) ? row.options.length === 0 : row.length === 0);
const isMenu = (row: Row): row is Menu => 'options' in row;

function rowOf(row: Row): APIComponentInContainer {
  return {
    type: ComponentType.ActionRow,
    components: isMenu(row) ? [menuOf(row)] : row.slice(0, 5).map(buttonOf),
  };
}

function menuOf(menu: Menu) {
  const options = menu.options.slice(0, 25);
  return {
    type: ComponentType.StringSelect as const,
    custom_id: encodeRoute(menu.route),
    placeholder: shorten(menu.placeholder, 150),
    min_values: menu.min ?? 1,
    max_values: Math.min(menu.max ?? 1, options.length),
    options: options.map(optionOf),
  };
}

/** An option of a select menu, in a message or a form. */
export function optionOf(option: Menu['options'][number]) {
  return {
    label: shorten(option.label, 100),
    value: option.value,
    ...(option.description && { description: shorten(option.description, 100) }),
    ...(option.chosen && { default: true }),
  };
}

const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

function buttonOf(button: Button) {
  const label = shorten(button.label, 80);
  if ('url' in button)
    return { type: ComponentType.Button as const, style: ButtonStyle.Link as const, label, url: button.url };
  return {
    type: ComponentType.Button as const,
    style: styles[button.style ?? 'secondary'],
    label,
    custom_id: encodeRoute(button.route),
    ...(button.disabled && { disabled: true }),
  };
}
