import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { shorten } from './markdown.ts';
import { optionOf } from './render.ts';
import type { Field, Form } from './reply.ts';
import { encodeRoute } from './route.ts';

/** A form as a modal with Label components. Source: https://docs.discord.com/developers/components/reference#label */
export function renderForm(form: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: encodeRoute(form.form),
    title: shorten(form.title, 45),
    components: form.fields.map(field => ({
      type: ComponentType.Label as const,
      label: shorten(field.label, 45),
      ...(field.hint && { description: shorten(field.hint, 100) }),
      component: inputOf(field),
    })),
  };
}

function inputOf(field: Field) {
  if (field.kind === 'choice') {
    return {
      type: ComponentType.StringSelect as const,
      custom_id: field.id,
      required: field.required ?? false,
      options: field.options.map(optionOf),
    };
  }
  return {
    type: ComponentType.TextInput as const,
    custom_id: field.id,
    style: field.kind === 'long' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required ?? false,
    max_length: field.max ?? 4_000,
    // Discord refuses an empty prefilled value.
    ...(field.value && { value: field.value.slice(0, field.max ?? 4_000) }),
    ...(field.placeholder && { placeholder: shorten(field.placeholder, 100) }),
  };
}
