import { el } from './dom.ts';
import type { View, ViewCommand } from './model.ts';
import { type FieldContext, type OptionField, type OptionValue, optionField } from './option-field.ts';
import type { PageWords } from './words.ts';

/** What the form of a command sets off. */
export interface CommandHands {
  readonly words: PageWords;
  suggest(
    values: Record<string, OptionValue>,
    focused: string,
  ): Promise<readonly { name: string; value: string | number }[]>;
  send(values: Record<string, OptionValue>): void;
  cancel(): void;
}

/** The form of a command that was picked: its options, Send and Cancel. Escape cancels. */
export function commandForm(
  command: ViewCommand,
  view: View,
  hands: CommandHands,
): { element: HTMLElement; focus(): void } {
  const { words } = hands;
  const fields: OptionField[] = [];
  const send = el('button', { type: 'submit', class: 'button primary' }, words.send);
  const values = async () => {
    const filled: Record<string, OptionValue> = {};
    for (const field of fields) {
      const value = await field.value();
      if (value !== undefined) filled[field.name] = value;
    }
    return filled;
  };
  const context = (at: number): FieldContext => ({
    view,
    words,
    suggest: async (option, typed) => hands.suggest({ ...(await values()), [option]: typed }, option),
    picked() {
      const next = command.options.findIndex((later, index) => index > at && later.required);
      (fields[next]?.control ?? send).focus();
    },
  });
  for (const [at, option] of command.options.entries()) fields.push(optionField(option, context(at)));
  const form = el(
    'form',
    { class: 'command', 'aria-label': `/${command.label}` },
    el(
      'p',
      { class: 'command-name' },
      el('strong', {}, `/${command.label}`),
      ' ',
      el('span', { class: 'hint' }, command.description),
    ),
    el('div', { class: 'option-list' }, ...fields.map(field => field.element)),
    el(
      'p',
      { class: 'command-buttons' },
      el('button', { type: 'button', class: 'button secondary', onclick: hands.cancel }, words.cancel),
      send,
    ),
  );
  form.addEventListener('submit', async event => {
    event.preventDefault();
    hands.send(await values());
  });
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') hands.cancel();
  });
  return { element: form, focus: () => (fields[0]?.control ?? send).focus() };
}
