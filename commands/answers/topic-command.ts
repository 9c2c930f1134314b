import { inLanguage } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Topic } from '../../src/knowledge/content/entry.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import type { Command, Context } from '../services.ts';
import { answerEntry, entryHandlers } from './entry-in-server.ts';
import { noAnswer } from './no-match-reply.ts';
import { entryRoutes } from './routes.ts';

/** A command that answers from one topic: `/rights situation`, `/grants section` … Without an option it offers the topic's entries. */
export function topicCommand(topic: Topic, option: string): Command {
  return {
    kind: 'slash',
    name: topic,
    access: 'everyone',
    where: 'anywhere',
    options: { [option]: { type: 'string', suggest: true, maxLength: 200 } },

    run(args, context) {
      const typed = args.string(option)?.trim();
      if (!typed) return chooser(topic, context);
      const entry = context.services.knowledge.entries.get(typed) ?? firstMatch(typed, topic, context);
      if (!entry) return noAnswer(context, chooser(topic, context).rows ?? []);
      return answerEntry(entry, context, context.language);
    },

    suggest(_option, typed, context) {
      const { knowledge, search } = context.services;
      return search.suggest(typed, context.language, topic).flatMap(id => {
        const entry = knowledge.entries.get(id);
        return entry ? [{ name: inLanguage(entry.text, context.language).title, value: id }] : [];
      });
    },

    routes: entryHandlers(topic),
  };
}

/** People also type freely and send without choosing; then the first suggestion is what they saw on top. */
function firstMatch(typed: string, topic: Topic, context: Context) {
  const { knowledge, search } = context.services;
  return knowledge.entries.get(search.suggest(typed, context.language, topic)[0] ?? '');
}

function chooser(topic: Topic, context: Context): Reply {
  const { knowledge } = context.services;
  const words = wordsOf(context.language).answers;
  const entries = [...knowledge.entries.values()].filter(entry => entry.topic === topic);
  const options = entries.map(entry => ({
    label: inLanguage(entry.text, context.language).title,
    value: entry.id,
  }));
  return {
    title: words.chooseTitle,
    text: words.choose,
    rows: [{ route: entryRoutes(topic).choose({}), placeholder: words.chooseHere, options }],
  };
}
