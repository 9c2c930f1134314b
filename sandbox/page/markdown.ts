import { el } from './dom.ts';
import type { Mark } from './model.ts';
import type { PageWords } from './words.ts';

/** What text needs to be drawn for a person. */
export interface Reader {
  readonly locale: string;
  readonly words: PageWords;
  /** The bot's time, for "in two hours". */
  now(): number;
}

/** Draws parsed Markdown. Every text becomes a text node. */
export const drawMarks = (marks: readonly Mark[], reader: Reader): Node[] =>
  marks.map(mark => draw(mark, reader));

function draw(mark: Mark, reader: Reader): Node {
  switch (mark.type) {
    case 'text':
      return document.createTextNode(mark.text);
    case 'break':
      return el('br');
    case 'strong':
    case 'em':
    case 'u':
    case 'del':
      return el(mark.type, {}, ...drawMarks(mark.children, reader));
    case 'subtext':
      return el('small', { class: 'subtext' }, ...drawMarks(mark.children, reader));
    case 'quote':
      return el('blockquote', {}, ...drawMarks(mark.children, reader));
    case 'spoiler':
      return spoiler(mark.children, reader);
    case 'heading':
      // The page has one h1 of its own.
      return el('h2', { class: `heading-${mark.level}` }, ...drawMarks(mark.children, reader));
    case 'list': {
      const items = mark.items.map(item => el('li', {}, ...drawMarks(item, reader)));
      return mark.ordered ? el('ol', { start: mark.start }, ...items) : el('ul', {}, ...items);
    }
    case 'code':
      return mark.block ? el('pre', {}, el('code', {}, mark.text)) : el('code', {}, mark.text);
    case 'link':
      return mark.href.startsWith('tel:')
        ? el('a', { href: mark.href }, ...drawMarks(mark.children, reader))
        : link(mark.href, drawMarks(mark.children, reader));
    case 'time':
      return time(mark.at, mark.style, reader);
    case 'mention':
      return el('span', { class: mark.rings ? 'mention rings' : 'mention' }, mark.name);
  }
}

/** A link to another site: a new tab that learns nothing of this one. */
export const link = (href: string, children: readonly Node[]): HTMLElement =>
  el('a', { href, title: href, target: '_blank', rel: 'noopener noreferrer' }, ...children);

function spoiler(children: readonly Mark[], reader: Reader): Node {
  const hidden = el('span', { class: 'spoiler', hidden: true }, ...drawMarks(children, reader));
  const reveal = () => {
    hidden.hidden = false;
    button.remove();
  };
  const button = el(
    'button',
    { type: 'button', class: 'spoiler-button', onclick: reveal },
    reader.words.spoiler,
  );
  return el('span', {}, button, hidden);
}

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

function time(at: number, style: string, reader: Reader): Node {
  const date = new Date(at);
  const full = new Intl.DateTimeFormat(reader.locale, styles.F).format(date);
  const text =
    style === 'R'
      ? relative(at - reader.now(), reader.locale)
      : new Intl.DateTimeFormat(reader.locale, styles[style]).format(date);
  return el('time', { dateTime: date.toISOString(), title: full }, text);
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

function relative(distance: number, locale: string): string {
  const [unit, size] = steps.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 1000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(distance / size), unit);
}
