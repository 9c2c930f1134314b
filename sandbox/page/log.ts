import { el } from './dom.ts';
import { drawMessage, type MessageHands } from './message.ts';
import type { View, ViewMessage } from './model.ts';

interface Drawn {
  readonly text: string;
  readonly element: HTMLElement;
}

/** The list of messages. Only what changed is drawn again, so that a screen reader hears new messages only and focus stays. */
export function createLog(root: HTMLElement, handsFor: (message: ViewMessage) => MessageHands) {
  // What scrolls must be reachable by keyboard.
  root.tabIndex = 0;
  let drawn = new Map<string, Drawn>();
  let place = '';
  /** Where this scrolled to; who is elsewhere scrolled by hand. */
  let placed = 0;
  return (view: View, placeKey: string, empty: string): void => {
    const isAtEnd = root.scrollHeight - root.scrollTop - root.clientHeight < 80;
    const isUntouched = root.scrollTop === placed;
    const isNewPlace = place !== placeKey;
    if (isNewPlace) drawn = new Map();
    place = placeKey;
    const next = new Map<string, Drawn>();
    for (const message of view.messages) next.set(message.id, draw(message, view));
    const wanted = [...next.values()].map(one => one.element);
    if (wanted.length === 0) wanted.push(el('p', { class: 'empty' }, empty));
    if (isNewPlace || drawn.size === 0) root.replaceChildren(...wanted);
    else patch(wanted);
    const newest = isNewPlace
      ? [...next.values()].at(-1)?.element
      : [...next].find(([id]) => !drawn.has(id))?.[1].element;
    drawn = next;
    if (!isNewPlace && !isAtEnd && !(isUntouched && newest)) return;
    root.scrollTop = root.scrollHeight;
    // A message longer than the window is read from its beginning.
    if (newest && newest.offsetTop < root.scrollTop) root.scrollTop = newest.offsetTop;
    placed = root.scrollTop;
  };

  function draw(message: ViewMessage, view: View): Drawn {
    const text = JSON.stringify([message, view.messageCommands]);
    const before = drawn.get(message.id);
    if (before?.text === text) return before;
    const element = drawMessage(message, handsFor(message));
    if (before) keepFocus(before.element, element);
    return { text, element };
  }

  function patch(wanted: readonly HTMLElement[]): void {
    for (const child of [...root.children]) if (!wanted.includes(child as HTMLElement)) child.remove();
    for (const [at, element] of wanted.entries())
      if (root.children[at] !== element) root.insertBefore(element, root.children[at] ?? null);
  }
}

/** Puts a changed message in the old one's place; who was on one of its controls stays there, else on the message. */
function keepFocus(before: HTMLElement, after: HTMLElement): void {
  const active = before.contains(document.activeElement)
    ? (document.activeElement as HTMLElement)
    : undefined;
  before.replaceWith(after);
  if (!active) return;
  const key = active.dataset.key;
  const same = [...after.querySelectorAll<HTMLElement>('[data-key]')].find(one => one.dataset.key === key);
  (same ?? after).focus();
}
