import { el, uniqueId } from './dom.ts';
import type { Hands } from './hands.ts';
import type { ViewComponent } from './model.ts';

type Menu = ViewComponent & { type: 'menu' };

/** A select menu: a button that opens a list. One choice is sent at once; several are sent when the list closes. */
export function drawMenu(menu: Menu, hands: Hands): HTMLElement {
  const isMulti = menu.max > 1;
  const chosen = new Set(menu.options.filter(option => option.chosen).map(option => option.value));
  const said = () => menu.options.filter(option => chosen.has(option.value)).map(option => option.label);
  const text = () => said().join(', ') || menu.placeholder || hands.words.choose;
  const id = uniqueId('menu');
  const label = el('span', { class: 'menu-label' }, text());
  const options = menu.options.map(option =>
    el(
      'li',
      {
        role: 'option',
        tabIndex: -1,
        'aria-selected': String(chosen.has(option.value)),
        'data-value': option.value,
      },
      el('span', {}, option.label),
      option.description !== undefined && el('span', { class: 'hint' }, option.description),
    ),
  );
  const list = el(
    'ul',
    { id, role: 'listbox', class: 'options', hidden: true, 'aria-multiselectable': String(isMulti) },
    ...options,
  );
  list.setAttribute('aria-label', menu.placeholder || hands.words.choose);
  const button = el(
    'button',
    {
      type: 'button',
      class: 'menu-button',
      disabled: menu.disabled,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': id,
      'data-key': menu.id,
    },
    label,
    el('span', { class: 'down', 'aria-hidden': 'true' }),
  );
  const root = el('div', { class: 'menu' }, button, list);

  const setOpen = (open: boolean) => {
    list.hidden = !open;
    button.ariaExpanded = String(open);
    if (open) list.scrollIntoView({ block: 'nearest' });
    if (open) (options.find(option => option.ariaSelected === 'true') ?? options[0])?.focus();
  };
  const send = async () => {
    if (chosen.size < menu.min) return;
    button.ariaBusy = 'true';
    await hands.press(menu.id, [...chosen]);
    button.ariaBusy = 'false';
  };
  const close = (back: boolean) => {
    if (list.hidden) return;
    setOpen(false);
    if (back) button.focus();
    if (isMulti) void send();
  };
  const choose = (option: HTMLElement) => {
    const value = option.dataset.value ?? '';
    if (!isMulti) chosen.clear();
    if (isMulti && chosen.has(value)) chosen.delete(value);
    else if (chosen.size < menu.max) chosen.add(value);
    for (const one of options) one.ariaSelected = String(chosen.has(one.dataset.value ?? ''));
    label.textContent = text();
    if (isMulti) return;
    setOpen(false);
    button.focus();
    void send();
  };
  button.addEventListener('click', () => (list.hidden ? setOpen(true) : close(false)));
  button.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
  });
  list.addEventListener('click', event => {
    const option = (event.target as HTMLElement).closest<HTMLElement>('[role=option]');
    if (option) choose(option);
  });
  list.addEventListener('keydown', event => {
    const at = options.indexOf(document.activeElement as HTMLLIElement);
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: options.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) options[Math.min(Math.max(next, 0), options.length - 1)]?.focus();
    else if ((event.key === 'Enter' || event.key === ' ') && options[at]) choose(options[at]);
    else if (event.key === 'Escape' || event.key === 'Tab') close(event.key === 'Escape');
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  });
  root.addEventListener('focusout', event => {
    if (!root.contains(event.relatedTarget as Node | null)) close(false);
  });
  return root;
}
