import { type Content, fieldsOf, limits } from '../../src/community/entries/content.ts';
import { type Language, languageIn } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Form } from '../../src/messaging/reply.ts';
import type { Route } from '../../src/messaging/route.ts';

/** Discord's limit for a text of a form. */
const fieldLimit = 4_000;

/** How a form for an entry is opened. */
export interface EntryFormOptions {
  readonly route: Route;
  readonly kind: 'add' | 'edit';
  readonly content: Content;
  /** The moderator's. */
  readonly language: Language;
  /** The language that the form holds. */
  readonly writing: Language;
}

/** The form of an entry in one language, filled with its content. Too long texts may be sent: they come back as faults, not lost. */
export function entryForm({ route, kind, content, language, writing }: EntryFormOptions): Form {
  const words = wordsOf(language).curate.form;
  const values = fieldsOf(content);
  return {
    form: route,
    title: words[kind],
    fields: [
      {
        id: 'title',
        label: words.title,
        hint: words.titleHint,
        kind: 'short',
        required: true,
        max: limits.title,
        value: values.title,
      },
      {
        id: 'answer',
        label: words.answer({ language: languageIn(writing, language) }),
        hint: words.answerHint,
        kind: 'long',
        max: fieldLimit,
        value: values[`answer_${writing}`],
      },
      {
        id: 'aliases',
        label: words.aliases,
        hint: words.aliasesHint,
        kind: 'short',
        max: 1_600,
        value: values.aliases,
        placeholder: words.aliasesPlaceholder,
      },
      {
        id: 'source',
        label: words.source,
        kind: 'short',
        max: limits.source,
        value: values.source,
        placeholder: words.sourcePlaceholder,
      },
    ],
  };
}

export const emptyContent: Content = { title: '', answers: {}, aliases: [] };
