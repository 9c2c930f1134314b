import { el, uniqueId } from './dom.ts';
import { drawMarks, type Reader } from './markdown.ts';
import type { ViewField, ViewForm } from './model.ts';

type Filled = Record<string, string | string[]>;

/**
 * Shows a form of the bot. `send` gets what was filled in by field id and gives what went wrong, if anything: the form then stays open,
 * with everything in it. The browser keeps the focus inside and brings it back.
 */
export function openForm(
  form: ViewForm,
  reader: Reader,
  send: (filled: Filled) => Promise<string | undefined>,
): void {
  const { words } = reader;
  const titleId = uniqueId('form');
  const fault = el('p', { class: 'fault', role: 'alert' });
  const fields = form.fields.map(field => drawField(field, reader));
  const submit = el('button', { type: 'submit', class: 'button primary' }, words.submit);
  const dialog = el('dialog', { 'aria-labelledby': titleId });
  const body = el(
    'form',
    {},
    el('h2', { id: titleId }, form.title),
    ...fields.map(field => field.element),
    fault,
    el(
      'p',
      { class: 'command-buttons' },
      el(
        'button',
        { type: 'button', class: 'button secondary', onclick: () => dialog.close() },
        words.cancel,
      ),
      submit,
    ),
  );
  body.addEventListener('submit', async event => {
    event.preventDefault();
    submit.disabled = true;
    const filled = Object.assign({}, ...fields.map(field => field.filled())) as Filled;
    fault.textContent = (await send(filled)) ?? '';
    submit.disabled = false;
    if (fault.textContent === '') dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(body);
  document.body.append(dialog);
  dialog.showModal();
}

function drawField(field: ViewField, reader: Reader): { element: HTMLElement; filled(): Filled } {
  if (field.type === 'note')
    return { element: el('div', { class: 'text' }, ...drawMarks(field.marks, reader)), filled: () => ({}) };
  if (field.type === 'unknown')
    return { element: el('p', {}, `[component ${field.kind}]`), filled: () => ({}) };
  if (field.type === 'text') return textField(field);
  return field.radio || field.max > 1 ? boxes(field) : list(field);
}

function textField(field: ViewField & { type: 'text' }) {
  const id = uniqueId('field');
  const { value, placeholder, required } = field;
  const limits = { ...(field.min > 0 && { minLength: field.min }), maxLength: field.max };
  const props = { id, value, placeholder, required, ...limits, 'aria-describedby': `${id}-hint` };
  const control = field.long
    ? el('textarea', { ...props, rows: 5 })
    : el('input', { ...props, type: 'text', autocomplete: 'off' });
  return { element: labelled(field, id, control), filled: () => ({ [field.id]: control.value }) };
}

function list(field: ViewField & { type: 'choice' }) {
  const id = uniqueId('field');
  const options = field.options.map(one =>
    el('option', { value: one.value, selected: one.chosen }, one.label),
  );
  const empty = el('option', { value: '' }, field.placeholder || '–');
  const select = el(
    'select',
    { id, required: field.required, 'aria-describedby': `${id}-hint` },
    empty,
    ...options,
  );
  return {
    element: labelled(field, id, select),
    filled: () => ({ [field.id]: select.value === '' ? [] : [select.value] }),
  };
}

function boxes(field: ViewField & { type: 'choice' }) {
  const name = uniqueId('field');
  const inputs = field.options.map(one =>
    el('input', {
      type: field.radio ? 'radio' : 'checkbox',
      name,
      value: one.value,
      checked: one.chosen,
      required: field.radio && field.required,
    }),
  );
  const lines = inputs.map((input, at) => {
    const option = field.options[at];
    const hint = option?.description;
    return el(
      'label',
      { class: 'box' },
      input,
      el('span', {}, option?.label ?? ''),
      hint !== undefined && el('span', { class: 'hint' }, hint),
    );
  });
  const element = el(
    'fieldset',
    {},
    el('legend', {}, field.label),
    el('p', { class: 'hint' }, field.hint),
    ...lines,
  );
  return {
    element,
    filled: () => ({ [field.id]: inputs.filter(input => input.checked).map(input => input.value) }),
  };
}

function labelled(
  field: ViewField & { label: string; hint: string; required: boolean },
  id: string,
  control: HTMLElement,
): HTMLElement {
  const star = field.required && el('span', { class: 'star', 'aria-hidden': 'true' }, ' *');
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, field.label, star),
    el('p', { id: `${id}-hint`, class: 'hint' }, field.hint),
    control,
  );
}
