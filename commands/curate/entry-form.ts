import { type Content, fieldsOf, limits } from '../../src/community/entries/content.ts';
import type { Language } from '../../src/i18n/language.ts';
import { curateWords } from '../../src/i18n/words/curate.ts';
import type { Form, Route } from '../../src/messaging/reply.ts';

/** Discord's limit for a text of a form. */
const fieldLimit = 4_000;

/** The form of an entry, filled with `content`. Too long texts may be sent: they come back as faults, not lost. */
export function entryForm(route: Route, kind: 'add' | 'edit', content: Content, language: Language): Form {
  const words = curateWords[language].form;
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
      ...(['answer_en', 'answer_es'] as const).map(
        part =>
          ({
            id: part,
            label: words[part],
            hint: words.answerHint,
            kind: 'long',
            max: fieldLimit,
            value: values[part],
          }) as const,
      ),
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
