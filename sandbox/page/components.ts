import { el } from './dom.ts';
import type { Hands } from './hands.ts';
import { drawMarks, link, type Reader } from './markdown.ts';
import { drawMenu } from './menu.ts';
import type { ViewComponent } from './model.ts';

/** Draws the components of a message. */
export const drawComponents = (components: readonly ViewComponent[], hands: Hands): Node[] =>
  components.map(one => draw(one, hands));

function draw(one: ViewComponent, hands: Hands): Node {
  switch (one.type) {
    case 'row':
      return el('div', { class: 'row' }, ...drawComponents(one.children, hands));
    case 'container':
      return container(one, hands);
    case 'section':
      return el(
        'div',
        { class: 'section' },
        el('div', { class: 'section-text' }, ...drawComponents(one.children, hands)),
        one.accessory && draw(one.accessory, hands),
      );
    case 'text':
      return el('div', { class: 'text' }, ...drawMarks(one.marks, hands));
    case 'separator':
      return el('hr', { class: `separator${one.line ? '' : ' no-line'}${one.large ? ' large' : ''}` });
    case 'button':
      return button(one, hands);
    case 'menu':
      return drawMenu(one, hands);
    case 'file':
      return fileCard(one, hands);
    case 'unknown':
      return el('p', { class: 'unknown' }, `[component ${one.kind}]`);
  }
}

function container(one: ViewComponent & { type: 'container' }, hands: Hands): Node {
  const box = el('div', { class: 'container' }, ...drawComponents(one.children, hands));
  if (one.color) box.style.setProperty('--accent', one.color);
  return box;
}

function button(one: ViewComponent & { type: 'button' }, hands: Hands): Node {
  if (one.href) {
    const anchor = link(one.href, [
      document.createTextNode(one.label),
      el('span', { class: 'arrow', 'aria-hidden': 'true' }, ' ↗'),
    ]);
    anchor.className = 'button link';
    anchor.append(el('span', { class: 'unseen' }, ` ${hands.words.opens}`));
    return anchor;
  }
  const element = el(
    'button',
    { type: 'button', class: `button ${one.style}`, disabled: one.disabled, 'data-key': one.id },
    one.label,
  );
  element.addEventListener('click', async () => {
    if (element.ariaBusy === 'true') return;
    element.ariaBusy = 'true';
    await hands.press(one.id);
    element.ariaBusy = 'false';
  });
  return element;
}

/** A file to download. */
export const fileCard = (
  file: { name: string; href: string; size: number },
  { words, locale }: Reader,
): HTMLElement =>
  el(
    'a',
    { class: 'file', href: file.href, download: file.name },
    el('span', { class: 'unseen' }, `${words.download} `),
    el('span', { class: 'file-name' }, file.name),
    el('span', { class: 'file-size' }, bytes(file.size, locale)),
  );

const bytes = (size: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: size < 1000 ? 'byte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(size < 1000 ? size : size / 1000);
