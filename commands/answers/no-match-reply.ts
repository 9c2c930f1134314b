import { wordsOf } from '../../src/i18n/words.ts';

import type { Reply, Row } from '../../src/messaging/reply.ts';
import type { Context } from '../services.ts';
import { firstHotlines } from './hotline-reply.ts';

/** Where nothing fits: it says so, names whom to call, and offers what may have been meant. */
export function noAnswer(context: Context, near: readonly Row[]): Reply {
  const words = wordsOf(context.language).answers;
  const hint = near.length > 0 ? `\n\n${words.nearest}` : '';
  return {
    title: words.noAnswerTitle,
    text: `${words.noAnswer}\n\n${firstHotlines(context)}${hint}`,
    rows: near,
  };
}
