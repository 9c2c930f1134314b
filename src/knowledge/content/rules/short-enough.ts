import { fallbackLanguage } from '../../../i18n/languages.ts';
import type { KnowledgeRule } from '../load.ts';
import { textsOf } from './texts.ts';

const longest = 900;

/** English answers that are too long to read on a phone in trouble. Developments have a limit of their own: what fits a message. */
export const shortEnough: KnowledgeRule = knowledge =>
  Array.from(textsOf(knowledge, [fallbackLanguage]))
    .filter(({ entry, body }) => entry && body.length > longest)
    .map(({ file, body }) => ({
      file,
      reason: `the answer has ${body.length} characters; at most ${longest}: cut what a person does not need, or make two entries of it`,
    }));
