import { languages } from '../src/i18n/language.ts';
import { hotlineAnswer, hotlineSources } from './answers/hotline-reply.ts';
import type { Command } from './services.ts';

/** Who to call: lines and addresses that were checked, with their date. */
const hotline: Command = {
  kind: 'slash',
  name: 'hotline',
  access: 'everyone',
  where: 'anywhere',
  run: (_args, context) => hotlineAnswer(context),

  /** `open` shows the lines, `sources` where they come from; both in the language of the button. */
  press([verb, wished, page], context) {
    const language = languages.find(known => known === wished) ?? context.language;
    const reply = verb === 'sources' ? hotlineSources : hotlineAnswer;
    const answer = reply({ ...context, language }, Number(page) || 0);
    return { ...answer, visibility: 'private', placement: page === undefined ? 'new' : 'update' };
  },
};

export default hotline;
