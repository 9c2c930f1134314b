import type { Language } from '../../i18n/languages.ts';
import { wordsOf } from '../../i18n/words.ts';
import { plain } from '../../messaging/markdown.ts';
import type { Reply } from '../../messaging/reply.ts';
import { contentChanges } from '../entries/changes.ts';
import { curateRoutes } from '../routes.ts';
import type { UpstreamChange } from './override.ts';

/** The card for moderators: what changed in the shared entry, and Keep or Take. */
export function upstreamReply(id: string, { before, now }: UpstreamChange, language: Language): Reply {
  const words = wordsOf(language).curate.upstream;
  return {
    title: words.title({ title: plain(now.title) }),
    text: `${words.text}\n\n${contentChanges(before, now, language, 1_400)}`,
    language,
    rows: [
      [
        { label: words.keep, route: curateRoutes.keep({ entry: id }), style: 'primary' },
        { label: words.take, route: curateRoutes.take({ entry: id }) },
        { label: wordsOf(language).curate.edit, route: curateRoutes.open({ entry: id }) },
      ],
    ],
  };
}
