import { el, uniqueId } from './dom.ts';

/** One line of a list of suggestions. */
export interface Suggestion<T> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
}

/** What a field suggests, and what happens when one is taken. */
export interface ComboboxOptions<T> {
  readonly input: HTMLInputElement;
  readonly label: string;
  /** What to say where nothing fits. */
  readonly nothing: string;
  /** The suggestions for what is typed; undefined closes the list. */
  search(typed: string): Promise<readonly Suggestion<T>[] | undefined> | readonly Suggestion<T>[] | undefined;
  pick(suggestion: Suggestion<T>): void;
}

/**
 * Makes an input a combobox: a list of suggestions as one types, moved through with the arrow keys, taken with Enter or Tab, closed with Escape.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function combobox<T>(options: ComboboxOptions<T>): HTMLElement {
  const { input } = options;
  const id = uniqueId('suggestions');
  const list = el('ul', { id, role: 'listbox', class: 'options', hidden: true, 'aria-label': options.label });
  const nothing = el('p', { class: 'options nothing', role: 'status', hidden: true }, options.nothing);
  let shown: readonly Suggestion<T>[] = [];
  let active = -1;
  let round = 0;
  /** The search for what stands in the input now, while it is under way. */
  let searching: Promise<void> | undefined;
  input.role = 'combobox';
  input.autocomplete = 'off';
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', id);
  input.setAttribute('aria-expanded', 'false');

  const close = () => {
    round += 1;
    searching = undefined;
    list.hidden = true;
    nothing.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const activate = (at: number) => {
    active = at;
    for (const [index, option] of [...list.children].entries()) option.ariaSelected = String(index === at);
    const option = list.children[at];
    if (!option) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };
  const pick = (at: number) => {
    const suggestion = shown[at];
    if (!suggestion) return;
    close();
    options.pick(suggestion);
  };
  const search = () => {
    round += 1;
    searching = answer(round);
  };
  const answer = async (mine: number) => {
    const found = await options.search(input.value);
    // Later typing has made this answer stale.
    if (mine !== round) return;
    searching = undefined;
    if (!found) return close();
    shown = found;
    list.replaceChildren(...found.map(optionOf));
    list.hidden = found.length === 0;
    nothing.hidden = found.length > 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    activate(found.length > 0 ? 0 : -1);
  };
  const optionOf = (suggestion: Suggestion<T>, at: number) =>
    el(
      'li',
      {
        role: 'option',
        id: `${id}-${at}`,
        onmousedown: (event: Event) => event.preventDefault(),
        onclick: () => pick(at),
      },
      el('span', {}, suggestion.label),
      suggestion.hint !== undefined && el('span', { class: 'hint' }, suggestion.hint),
    );

  input.addEventListener('input', () => search());
  input.addEventListener('focus', () => search());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    const isOpen = !list.hidden;
    if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'ArrowDown' && !isOpen) search();
    else if (event.key === 'ArrowDown') activate((active + 1) % shown.length);
    else if (event.key === 'ArrowUp' && isOpen) activate((active - 1 + shown.length) % shown.length);
    else if (event.key === 'Tab' && isOpen && !searching) pick(active);
    // Who types on and presses Enter means what they typed, not what still stands in the list.
    else if (event.key === 'Enter' && searching) void searching.then(() => pick(active));
    else if (event.key === 'Enter' && isOpen && active >= 0) pick(active);
    else return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  });
  return el('div', { class: 'suggestions' }, list, nothing);
}
