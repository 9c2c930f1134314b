import { el } from './dom.ts';
import type { View, ViewChannel } from './model.ts';
import type { PageWords } from './words.ts';

/** The list of channels; the chosen one is marked. */
export function drawChannels(
  root: HTMLElement,
  view: View,
  words: PageWords,
  open: (channel: string) => void,
): void {
  const hadFocus = root.contains(document.activeElement);
  root.setAttribute('aria-label', words.channels);
  const items = view.channels.map(channel => {
    const isHere = channel.id === view.channel.id;
    return el(
      'li',
      { class: channel.parent ? 'nested' : '' },
      el(
        'button',
        {
          type: 'button',
          class: 'channel',
          onclick: () => open(channel.id),
          'aria-current': isHere ? 'page' : undefined,
        },
        el('span', { class: 'sign', 'aria-hidden': 'true' }, signOf(channel.kind)),
        el('span', { class: 'channel-name' }, channel.name),
        channel.private &&
          channel.kind !== 'direct' &&
          el('span', { class: 'lock' }, ` ${words.privateChannel}`),
      ),
    );
  });
  root.replaceChildren(el('p', { class: 'server' }, view.server), el('ul', {}, ...items));
  const here = root.querySelector<HTMLElement>('[aria-current]');
  if (hadFocus) here?.focus();
  // On a phone the list is a row that scrolls, and it was drawn from its beginning.
  here?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Where the person is, above the messages. */
export const drawWhere = (root: HTMLElement, { channel }: View): void =>
  root.replaceChildren(
    el('span', { class: 'sign', 'aria-hidden': 'true' }, signOf(channel.kind)),
    channel.name,
  );

/** The sign before a channel's name. */
function signOf(kind: ViewChannel['kind']): Node {
  if (kind === 'text' || kind === 'direct') return document.createTextNode(kind === 'text' ? '#' : '@');
  return el('img', { src: `/${kind}.svg`, alt: '', width: 16, height: 16 });
}
