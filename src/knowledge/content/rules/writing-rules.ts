import type { CheckData } from '../check-file.ts';
import type { KnowledgeRule } from '../load.ts';
import { daysOnRecord } from './days-on-record.ts';
import { doubtComesLast } from './doubt.ts';
import { knownPhones } from './known-phones.ts';
import { legalWordsExplained } from './legal-words.ts';
import { likeSentencesAgree } from './like-sentences-agree.ts';
import { notCopied } from './not-copied.ts';
import { orderIsComplete } from './order-is-complete.ts';
import { readsEasily } from './reads-easily.ts';
import { reviewIsNotLate, reviewsAreSpread } from './reviews-are-spread.ts';
import { sameInEveryLanguage } from './same-in-every-language.ts';
import { shortEnough } from './short-enough.ts';
import { urgentFirstScreen } from './urgent-first-screen.ts';

/** What the rules need beside the content. */
export interface Checking {
  readonly data: CheckData;
  /** ISO day. */
  readonly today: string;
  /** Texts that must not be copied, by name; empty where they are not at hand. */
  readonly originals: ReadonlyMap<string, string>;
}

/** How texts are to be written. For the check only: the bot also starts with content that breaks these rules. */
export const writingRules = ({ data, today, originals }: Checking): readonly KnowledgeRule[] => [
  orderIsComplete,
  readsEasily,
  shortEnough,
  urgentFirstScreen,
  legalWordsExplained(data),
  doubtComesLast(data),
  reviewIsNotLate,
  reviewsAreSpread(today),
  knownPhones(data),
  daysOnRecord(data),
  sameInEveryLanguage,
  likeSentencesAgree(data),
  notCopied(originals, data),
];
