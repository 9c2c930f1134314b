import { type Language, languageIn } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Field, Form } from '../../src/messaging/reply.ts';
import { wordLimits } from '../../src/news/approved/news.ts';
import { type Card, type DraftWords, wordsToBegin } from '../../src/news/review/card.ts';
import { newsRoutes } from '../../src/news/routes.ts';

/** How a form for what members read is opened. */
export interface CardFormOptions {
  readonly id: string;
  readonly card: Card;
  /** The moderator's. */
  readonly language: Language;
  /** The language that the form holds. */
  readonly writing: Language;
  /** Whether sending it approves. */
  readonly sends: 'approve' | 'keep';
}

/** The form for what members read, in one language. */
export function cardForm({ id, card, language, writing, sends }: CardFormOptions): Form {
  const { form } = wordsOf(language).cards;
  const begin = wordsToBegin(card, writing);
  const named = { language: languageIn(writing, language) };
  const fields: Field[] = [
    {
      id: 'headline',
      label: form.headline(named),
      hint: form.oneLanguage,
      kind: 'short',
      value: begin.headline[writing] ?? '',
      max: wordLimits.title,
    },
    {
      id: 'summary',
      label: form.summary(named),
      hint: form.twoSentences,
      kind: 'long',
      value: begin.summary[writing] ?? '',
      max: wordLimits.summary,
    },
    { id: 'why', label: form.why, hint: form.whyHint, kind: 'short', value: begin.why, max: wordLimits.why },
  ];
  return { form: newsRoutes.write({ card: id, sends, language: writing }), title: form.title, fields };
}

/** What was typed into it, beside what is kept in other languages; cut to length: a form that no honest client sends may hold more. */
export function typedWords(
  fields: ReadonlyMap<string, string>,
  writing: Language,
  kept: DraftWords | undefined,
): DraftWords {
  const typed = (id: string, max: number) => (fields.get(id) ?? '').trim().slice(0, max);
  return {
    headline: { ...kept?.headline, [writing]: typed('headline', wordLimits.title) },
    summary: { ...kept?.summary, [writing]: typed('summary', wordLimits.summary) },
    why: typed('why', wordLimits.why),
  };
}
