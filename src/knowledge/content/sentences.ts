import { fallbackLanguage } from '../../i18n/languages.ts';

/** The sentences of Markdown in the fallback language; each line of a list counts as one. */
export const sentencesOf = (markdown: string): string[] =>
  Array.from(segmenter.segment(markdown.replace(/\n+/g, '\n\n')), ({ segment }) => segment);

const segmenter = new Intl.Segmenter(fallbackLanguage, { granularity: 'sentence' });
