import { combobox } from './combobox.ts';
import { commandForm } from './command-form.ts';
import { el } from './dom.ts';
import type { View, ViewCommand } from './model.ts';
import type { OptionValue } from './option-field.ts';
import { fill, type PageWords } from './words.ts';

/** What the box at the bottom sets off. */
export interface ComposerHands {
  readonly words: PageWords;
  say(text: string): void;
  command(path: string, values: Record<string, OptionValue>): void;
  suggest(
    path: string,
    values: Record<string, OptionValue>,
    focused: string,
  ): Promise<readonly { name: string; value: string | number }[]>;
}

/** The box at the bottom: a message, or after `/` a command picked from a list as one types. */
export function drawComposer(root: HTMLElement, view: View, hands: ComposerHands): void {
  const { words } = hands;
  if (!view.canWrite) {
    root.replaceChildren(el('p', { class: 'hint read-only' }, words.readOnly));
    return;
  }
  const label = fill(words.write, {
    channel: view.channel.kind === 'direct' ? view.channel.name : `#${view.channel.name}`,
  });
  const input = el('input', {
    id: 'write',
    type: 'text',
    placeholder: label,
    'aria-label': label,
    maxLength: 2000,
  });
  const list = combobox<ViewCommand>({
    input,
    label: words.commands,
    nothing: words.noCommand,
    search: typed => (typed.startsWith('/') ? found(view.commands, typed.slice(1)) : undefined),
    pick: suggestion => openCommand(suggestion.value),
  });
  const form = el('form', { class: 'write' }, list, input);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '' || text.startsWith('/')) return;
    input.value = '';
    hands.say(text);
  });
  const openMessage = () => {
    input.value = '';
    root.replaceChildren(form);
    input.focus();
  };
  const openCommand = (command: ViewCommand) => {
    const opened = commandForm(command, view, {
      words,
      suggest: (values, focused) => hands.suggest(command.path, values, focused),
      send(values) {
        openMessage();
        hands.command(command.path, values);
      },
      cancel: openMessage,
    });
    root.replaceChildren(opened.element);
    opened.focus();
  };
  root.replaceChildren(form);
}

/** Commands whose name, in the viewer's language or in English, holds what is typed; those that begin with it first. Accents do not count. */
function found(commands: readonly ViewCommand[], typed: string) {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(typed.trim());
  const begins = ({ label, path }: ViewCommand) => plain(label).startsWith(wanted) || path.startsWith(wanted);
  return commands
    .filter(({ label, path }) => plain(label).includes(wanted) || path.includes(wanted))
    .sort((a, b) => Number(begins(b)) - Number(begins(a)))
    .map(command => ({ label: `/${command.label}`, hint: command.description, value: command }));
}
