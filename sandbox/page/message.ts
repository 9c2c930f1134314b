import { drawComponents, fileCard } from './components.ts';
import { el } from './dom.ts';
import type { Hands } from './hands.ts';
import { drawMarks } from './markdown.ts';
import type { ViewMessage } from './model.ts';
import { fill } from './words.ts';

/** What a person can do with a message. */
export interface MessageHands extends Hands {
  dismiss(): void;
  openThread(id: string): void;
  /** The message commands offered, and using one. */
  readonly apps: readonly { name: string; label: string }[];
  useApp(name: string): void;
}

/** Draws a message with its header, its content and what can be done with it. */
export function drawMessage(message: ViewMessage, hands: MessageHands): HTMLElement {
  const { words } = hands;
  const time = new Intl.DateTimeFormat(hands.locale, { dateStyle: 'short', timeStyle: 'short' }).format(
    message.at,
  );
  const classes = ['message', message.private && 'private', message.rings && 'rung']
    .filter(Boolean)
    .join(' ');
  return el(
    'article',
    { class: classes, 'data-id': message.id, tabIndex: -1, 'aria-label': `${message.author}, ${time}` },
    message.used && el('p', { class: 'used' }, fill(words.used, message.used)),
    avatar(message),
    el(
      'div',
      { class: 'body' },
      el(
        'p',
        { class: 'byline' },
        el('span', { class: 'author' }, message.author),
        message.bot && el('span', { class: 'app' }, words.app),
        el('time', { dateTime: new Date(message.at).toISOString() }, time),
      ),
      ...content(message, hands),
    ),
    apps(message, hands),
  );
}

function content(message: ViewMessage, hands: MessageHands): Node[] {
  const { words } = hands;
  if (message.thinking)
    return [el('p', { class: 'thinking' }, `${message.author} ${words.thinking}`), ...footer(message, hands)];
  const { thread } = message;
  return [
    message.marks.length > 0 && el('div', { class: 'text' }, ...drawMarks(message.marks, hands)),
    ...drawComponents(message.components, hands),
    ...message.files.map(file => fileCard(file, hands)),
    message.edited && el('span', { class: 'edited' }, words.edited),
    message.published && el('p', { class: 'published' }, words.published),
    thread &&
      el(
        'button',
        { type: 'button', class: 'thread', onclick: () => hands.openThread(thread.id) },
        `${words.thread}: ${thread.name}`,
      ),
    ...footer(message, hands),
  ].filter(node => node instanceof Node);
}

function footer(message: ViewMessage, hands: MessageHands): Node[] {
  if (!message.private) return [];
  const dismiss = el(
    'button',
    { type: 'button', class: 'dismiss', 'data-key': 'dismiss', onclick: hands.dismiss },
    hands.words.dismiss,
  );
  return [
    el(
      'p',
      { class: 'only-you' },
      hands.words.onlyYou,
      el('span', { 'aria-hidden': 'true' }, ' • '),
      dismiss,
    ),
  ];
}

function avatar(message: ViewMessage): HTMLElement {
  const hue = [...message.author].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 5;
  return el(
    'span',
    { class: `avatar hue-${message.bot ? 'bot' : hue}`, 'aria-hidden': 'true' },
    message.author.slice(0, 1),
  );
}

/** The menu of a message: its Apps. */
function apps(message: ViewMessage, hands: MessageHands): HTMLElement | undefined {
  if (message.private || message.thinking || hands.apps.length === 0) return undefined;
  const items = hands.apps.map(app =>
    el('button', { type: 'button', class: 'app-item', onclick: () => hands.useApp(app.name) }, app.label),
  );
  const menu = el(
    'details',
    { class: 'more' },
    el(
      'summary',
      { 'aria-label': fill(hands.words.more, { author: message.author }), 'data-key': 'more' },
      '•••',
    ),
    el('div', { class: 'app-list' }, el('p', { class: 'hint' }, hands.words.apps), ...items),
  );
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', event => {
    if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
  });
  return menu;
}
