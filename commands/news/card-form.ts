import type { Language } from '../../src/i18n/language.ts';
import { cardWords } from '../../src/i18n/words/cards.ts';
import type { Field, Form } from '../../src/messaging/reply.ts';
import { wordLimits } from '../../src/news/approved/news.ts';
import { type Card, type DraftWords, wordsToBegin } from '../../src/news/review/card.ts';

const ids = ['headline_en', 'summary_en', 'headline_es', 'summary_es', 'why'] as const;

/** The form for what members read. `then` says whether sending it approves. */
export function cardForm(id: string, card: Card, language: Language, then: 'approve' | 'keep'): Form {
  const { form } = cardWords[language];
  const begin = wordsToBegin(card, language);
  const hints: Readonly<Record<string, string>> = {
    headline_en: form.oneLanguage,
    summary_en: form.twoSentences,
    headline_es: form.oneLanguage,
    summary_es: form.twoSentences,
    why: form.whyHint,
  };
  const fields = ids.map((field): Field => {
    const long = field.startsWith('summary');
    return {
      id: field,
      label: form[field],
      hint: hints[field] ?? '',
      kind: long ? 'long' : 'short',
      value: begin[field],
      max: long ? wordLimits.summary : field === 'why' ? wordLimits.why : wordLimits.title,
    };
  });
  return { form: ['news', 'write', id, then], title: form.title, fields };
}

/** What was typed into it, cut to length: a form that no honest client sends may hold more. */
export function typedWords(fields: ReadonlyMap<string, string>): DraftWords {
  const typed = (id: string, max: number) => (fields.get(id) ?? '').trim().slice(0, max);
  return {
    headline_en: typed('headline_en', wordLimits.title),
    summary_en: typed('summary_en', wordLimits.summary),
    headline_es: typed('headline_es', wordLimits.title),
    summary_es: typed('summary_es', wordLimits.summary),
    why: typed('why', wordLimits.why),
  };
}
