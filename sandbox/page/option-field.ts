import { combobox } from './combobox.ts';
import { el, uniqueId } from './dom.ts';
import type { View, ViewCommandOption } from './model.ts';
import type { PageWords } from './words.ts';

export type OptionValue = string | number | boolean | { name: string; content: string };

/** A field for one option of a command. */
export interface OptionField {
  readonly name: string;
  readonly element: HTMLElement;
  readonly control: HTMLInputElement | HTMLSelectElement;
  /** What is filled in; undefined where nothing is. */
  value(): Promise<OptionValue | undefined>;
}

/** What a field of a command is drawn with. */
export interface FieldContext {
  readonly view: View;
  readonly words: PageWords;
  /** Asks the bot for suggestions for what is typed into this option. */
  suggest(option: string, typed: string): Promise<readonly { name: string; value: string | number }[]>;
  /** After a suggestion was taken. */
  picked(): void;
}

/** Makes the field that fits the kind of option: suggestions, a list, a file, a number or text. */
export function optionField(option: ViewCommandOption, context: FieldContext): OptionField {
  const choices = choicesOf(option, context);
  if (option.suggests) return suggestedField(option, context);
  if (choices) return listField(option, choices, context);
  const type = option.type === 'integer' ? 'number' : option.type === 'file' ? 'file' : 'text';
  const input = el('input', { type, id: uniqueId('option'), required: option.required, autocomplete: 'off' });
  return {
    name: option.name,
    control: input,
    element: labelled(option, input, context),
    async value() {
      if (type === 'file') return input.files?.[0] && encoded(input.files[0]);
      if (input.value === '') return undefined;
      return type === 'number' ? Number(input.value) : input.value;
    },
  };
}

/** Free text with suggestions: a suggestion's value counts as long as its name stands there. */
function suggestedField(option: ViewCommandOption, context: FieldContext): OptionField {
  const input = el('input', { type: 'text', id: uniqueId('option'), required: option.required });
  let taken: { name: string; value: string | number } | undefined;
  const list = combobox({
    input,
    label: option.label,
    nothing: context.words.noSuggestion,
    search: async typed =>
      (await context.suggest(option.name, typed)).map(one => ({ label: one.name, value: one })),
    pick(suggestion) {
      taken = suggestion.value;
      input.value = taken.name;
      context.picked();
    },
  });
  return {
    name: option.name,
    control: input,
    element: labelled(option, input, context, list),
    value: async () => (taken && input.value === taken.name ? taken.value : input.value || undefined),
  };
}

function listField(
  option: ViewCommandOption,
  choices: readonly { name: string; value: OptionValue }[],
  context: FieldContext,
): OptionField {
  const select = el(
    'select',
    { id: uniqueId('option'), required: option.required },
    el('option', { value: '' }, context.words.notSet),
    ...choices.map((choice, at) => el('option', { value: String(at) }, choice.name)),
  );
  return {
    name: option.name,
    control: select,
    element: labelled(option, select, context),
    value: async () => (select.value === '' ? undefined : choices[Number(select.value)]?.value),
  };
}

function choicesOf(
  option: ViewCommandOption,
  { view, words }: FieldContext,
): { name: string; value: OptionValue }[] | undefined {
  if (option.choices.length > 0) return option.choices;
  switch (option.type) {
    case 'boolean':
      return [
        { name: words.yes, value: true },
        { name: words.no, value: false },
      ];
    case 'channel':
      return view.channels
        .filter(one => option.channels?.includes(one.kind) ?? one.kind !== 'direct')
        .map(one => ({ name: `#${one.name}`, value: one.id }));
    case 'role':
      return view.roles.map(role => ({ name: `@${role.name}`, value: role.id }));
    default:
      return undefined;
  }
}

function labelled(
  option: ViewCommandOption,
  control: HTMLElement,
  { words }: FieldContext,
  list?: HTMLElement,
): HTMLElement {
  const hintId = `${control.id}-hint`;
  control.setAttribute('aria-describedby', hintId);
  const label = el(
    'label',
    { for: control.id },
    option.label,
    !option.required && el('span', { class: 'optional' }, ` ${words.optional}`),
  );
  return el(
    'div',
    { class: 'option' },
    label,
    control,
    list,
    el('p', { id: hintId, class: 'hint' }, option.description),
  );
}

async function encoded(file: File): Promise<{ name: string; content: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const letters = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return { name: file.name, content: btoa(letters) };
}
