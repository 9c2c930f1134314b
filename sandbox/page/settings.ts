import { el, uniqueId } from './dom.ts';
import type { PlaceQuery, View } from './model.ts';
import type { PageWords } from './words.ts';

/** What the bar on top sets off. */
export interface SettingsHands {
  readonly words: PageWords;
  change(place: Partial<PlaceQuery>): void;
  moveClock(milliseconds: number): void;
  file(): void;
}

// On a phone the bar would take half the screen.
const isWide = () => matchMedia('(min-width: 44rem)').matches;

/** Folds the bar away where it would hide what somebody is about to look at. */
export function foldSettings(): void {
  const details = document.querySelector<HTMLDetailsElement>('#settings details');
  if (details && !isWide()) details.open = false;
}

/** The bar above: who one is, both languages, the bot's clock, and what happens in the world. */
export function drawSettings(root: HTMLElement, view: View, place: PlaceQuery, hands: SettingsHands): void {
  const { words } = hands;
  const focused = root.querySelector<HTMLElement>(':focus')?.dataset.key;
  const isOpen = root.querySelector('details')?.open ?? isWide();
  const roles: Readonly<Record<string, string>> = words.people;
  const people = view.people.map(one => ({
    value: one.key,
    name: `${one.name} · ${roles[one.role] ?? one.role}`,
  }));
  const names = new Intl.DisplayNames(place.locale, { type: 'language' });
  const languages = view.locales.map(value => ({ value, name: `${names.of(value) ?? value} (${value})` }));
  const time = new Intl.DateTimeFormat(place.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    view.now,
  );
  const steps = Object.entries(words.forward).map(([step, name]) =>
    el(
      'button',
      { type: 'button', class: 'step', 'data-key': step, onclick: () => hands.moveClock(Number(step)) },
      name,
    ),
  );
  const details = el(
    'details',
    { open: isOpen },
    el('summary', { 'data-key': 'summary' }, words.settings),
    el(
      'div',
      { class: 'settings' },
      picker('user', words.youAre, people, place.user, value => hands.change({ user: value })),
      picker('locale', words.yourLanguage, languages, place.locale, value => hands.change({ locale: value })),
      picker('server', words.serverLanguage, languages, place.server, value =>
        hands.change({ server: value }),
      ),
      el(
        'div',
        { class: 'clock', role: 'group', 'aria-label': words.clock },
        el('span', {}, words.clock),
        el('time', {}, time),
        ...steps,
      ),
      view.hasCourt &&
        el(
          'div',
          { class: 'court', role: 'group', 'aria-label': words.court },
          el('span', {}, words.court),
          el(
            'button',
            { type: 'button', class: 'step', 'data-key': 'file', onclick: hands.file },
            words.file,
          ),
        ),
    ),
  );
  const about = view.someEnglish ? `${words.notDiscord} ${words.untranslated}` : words.notDiscord;
  root.replaceChildren(el('p', { class: 'not-discord' }, about), details);
  [...root.querySelectorAll<HTMLElement>('[data-key]')].find(one => one.dataset.key === focused)?.focus();
}

function picker(
  key: string,
  label: string,
  options: readonly { value: string; name: string }[],
  chosen: string,
  change: (value: string) => void,
): HTMLElement {
  const id = uniqueId('setting');
  const select = el(
    'select',
    { id, 'data-key': key },
    ...options.map(one => el('option', { value: one.value, selected: one.value === chosen }, one.name)),
  );
  select.addEventListener('change', () => change(select.value));
  return el('div', {}, el('label', { for: id }, label), select);
}
