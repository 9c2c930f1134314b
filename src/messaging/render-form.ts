import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Language } from '../i18n/languages.ts';
import { allUnmarked, isMarked } from '../i18n/untranslated.ts';
import { someAreMissing, wordsOf } from '../i18n/words.ts';
import { shorten } from './markdown.ts';
import { optionOf } from './render.ts';
import type { Field, Form } from './reply.ts';
import { encodeRoute } from './route.ts';

/** Discord: components of a modal. */
const mostComponents = 5;

/**
 * A form as a modal with Label components, and a line below where one of its words is not translated yet and there is room for it.
 * Source: https://docs.discord.com/developers/components/reference#label
 */
export function renderForm(form: Form, language: Language): APIModalInteractionResponseCallbackData {
  const modal = modalOf(form);
  if (!someAreMissing() || !isMarked(JSON.stringify(modal))) return modal;
  const line = {
    type: ComponentType.TextDisplay as const,
    content: `-# ${wordsOf(language).answers.someEnglish}`,
  };
  const components = [...modal.components, line].slice(0, mostComponents);
  return allUnmarked({ ...modal, components });
}

function modalOf(form: Form): APIModalInteractionResponseCallbackData {
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
