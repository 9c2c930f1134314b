import type { CommunityEntry } from '../../src/community/entries/entry-cache.ts';
import { type Language, languageNames, languages } from '../../src/i18n/language.ts';
import { answerWords } from '../../src/i18n/words/answers.ts';
import type { Context } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import type { Button, Reply, Route } from '../../src/messaging/reply.ts';
import { memberAnswer, spokenLanguage } from './entry-content-reply.ts';
import { reportButton } from './entry-reply.ts';

/** A community's entry as `/faq` and `/ask` answer with it; counts that it was shown. */
export function faqAnswer(entry: CommunityEntry, context: Context, language: Language, page = 0): Reply {
  context.services.faq.usage.count(serverId(context), entry.id);
  const open = (to: Language, at: number): Route => ['faq', 'open', entry.id, to, String(at)];
  const shown = {
    content: entry.content,
    at: entry.at,
    overlay: entry.shared !== undefined,
    titles: context.services.faq.shared(entry.id)?.titles,
  };
  const spoken = spokenLanguage(entry.content, language);
  const others = languages.filter(other => other !== spoken && entry.content.answers[other]);
  const show: Button = { label: answerWords[language].show, route: ['faq', 'show', entry.id] };
  return {
    ...memberAnswer(shown, { language, page, turn: at => open(language, at) }),
    rows: [
      [
        ...(context.shared ? [] : [show]),
        ...others.map(other => ({ label: languageNames[other], route: open(other, 0) })),
        reportButton(entry.id, language),
      ],
    ],
  };
}

/** A button that opens a community's entry. */
export const faqButton = ({ id, content }: CommunityEntry, language: Language): Button => ({
  label: content.title,
  route: ['faq', 'open', id, language],
});
