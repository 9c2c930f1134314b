import type { Component, Modal } from './discord/component.ts';
import type { Attachment } from './discord/world.ts';
import { markdown, type Names } from './markdown.ts';
import type { ViewComponent, ViewField, ViewForm, ViewOption } from './page/model.ts';

/** Components of a message, ready to be drawn. */
export function viewComponents(
  components: readonly Component[],
  names: Names,
  files: readonly Attachment[],
): ViewComponent[] {
  const view = (one: Component): ViewComponent => {
    const children = () => (one.components ?? []).map(view);
    switch (one.type) {
      case 1:
        return { type: 'row', children: children() };
      case 2:
        return buttonOf(one);
      case 3:
        return menuOf(one, optionsOf(one));
      case 9:
        return {
          type: 'section',
          children: children(),
          ...(one.accessory && { accessory: view(one.accessory) }),
        };
      case 10:
        return { type: 'text', marks: markdown(one.content ?? '', names) };
      case 13:
        return fileOf(one, files);
      case 14:
        return { type: 'separator', line: one.divider ?? true, large: one.spacing === 2 };
      case 17:
        return { type: 'container', ...colorOf(one), spoiler: one.spoiler ?? false, children: children() };
      default:
        return { type: 'unknown', kind: one.type };
    }
  };
  return components.map(view);
}

const styles: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
};

const buttonOf = (one: Component): ViewComponent => ({
  type: 'button',
  id: one.custom_id ?? '',
  label: [one.emoji?.name, one.label].filter(Boolean).join(' '),
  style: styles[one.style ?? 2] ?? 'secondary',
  disabled: one.disabled ?? false,
  ...(one.url && /^https?:\/\//.test(one.url) && { href: one.url }),
});

const menuOf = (one: Component, options: ViewOption[]): ViewComponent => ({
  type: 'menu',
  id: one.custom_id ?? '',
  placeholder: one.placeholder ?? '',
  min: one.min_values ?? 1,
  max: one.max_values ?? 1,
  disabled: one.disabled ?? false,
  options,
});

const optionsOf = (one: Component): ViewOption[] =>
  (one.options ?? []).map(option => ({
    label: option.label,
    value: option.value,
    chosen: option.default ?? false,
    ...(option.description && { description: option.description }),
  }));

const colorOf = (one: Component) =>
  typeof one.accent_color === 'number' ? { color: `#${one.accent_color.toString(16).padStart(6, '0')}` } : {};

function fileOf(one: Component, files: readonly Attachment[]): ViewComponent {
  const file = files.find(({ filename }) => one.file?.url === `attachment://${filename}`);
  return file ? { type: 'file', ...fileLink(file) } : { type: 'unknown', kind: one.type };
}

/** A download by the page's own address. */
export const fileLink = ({ channelId, id, filename, bytes }: Attachment) => ({
  name: filename,
  href: `/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`,
  size: bytes.length,
});

/** A form, ready to be drawn. `token` comes back with what was filled in. */
export function viewForm(form: Modal, token: string, names: Names): ViewForm {
  return { token, title: form.title, fields: form.components.map(one => fieldOf(one, names)) };
}

function fieldOf(one: Component, names: Names): ViewField {
  if (one.type === 10) return { type: 'note', marks: markdown(one.content ?? '', names) };
  const field = one.component ?? one.components?.[0];
  if (!field) return { type: 'unknown', kind: one.type };
  const id = field.custom_id ?? '';
  const label = one.label ?? field.label ?? '';
  const shared = {
    id,
    label,
    hint: one.description ?? '',
    placeholder: field.placeholder ?? '',
    required: field.required ?? true,
  };
  if (field.type === 4) {
    const { value = '', min_length: min = 0, max_length: max = 4000 } = field;
    return { type: 'text', ...shared, long: field.style === 2, value, min, max };
  }
  if (field.type !== 3 && field.type !== 21 && field.type !== 22)
    return { type: 'unknown', kind: field.type };
  const { min_values: min = 1, max_values: max = 1 } = field;
  return { type: 'choice', ...shared, radio: field.type === 21, min, max, options: optionsOf(field) };
}
