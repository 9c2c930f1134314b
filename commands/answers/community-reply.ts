import type { CommunityEntry } from '../../src/community/entries/loaded-entries.ts';
import { faqRoutes } from '../../src/community/routes.ts';
import { type Language, languages } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';

import { serverId } from '../../src/interactions/server-id.ts';
import { languageChoice } from '../../src/messaging/language-choice.ts';
import type { Button, Reply } from '../../src/messaging/reply.ts';
import type { Context } from '../services.ts';
import { memberAnswer, spokenLanguage } from './entry-content-reply.ts';
import { reportButton } from './entry-reply.ts';

/** A community's entry as `/faq` and `/ask` answer with it; counts that it was shown. */
export function faqAnswer(entry: CommunityEntry, context: Context, language: Language, page = 0): Reply {
  context.services.community.usage.count(serverId(context), entry.id);
  const open = (to: Language, page: number) => faqRoutes.open({ entry: entry.id, language: to, page });
  const shown = {
    content: entry.content,
    at: entry.at,
    override: entry.shared !== undefined,
    titles: context.services.community.shared(entry.id)?.titles,
  };
  const spoken = spokenLanguage(entry.content, language);
  const inOthers = languageChoice(
    languages.filter(other => other !== spoken && entry.content.answers[other]),
    language,
    { to: other => open(other, 0), menu: faqRoutes.open({ entry: entry.id }) },
  );
  const show: Button = { label: wordsOf(language).answers.show, route: faqRoutes.show({ entry: entry.id }) };
  return {
    ...memberAnswer(shown, { language, page, turn: at => open(language, at) }),
    rows: [
      [...(context.shared ? [] : [show]), ...inOthers.buttons, reportButton(entry.id, language)],
      ...inOthers.menu,
    ],
  };
}

/** A button that opens a community's entry. */
export const faqButton = ({ id, content }: CommunityEntry, language: Language): Button => ({
  label: content.title,
  route: faqRoutes.open({ entry: id, language }),
});
