import { inLanguage } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Topic } from '../../src/knowledge/content/entry.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import type { Command, Context } from '../services.ts';
import { answerEntry, entryHandlers } from './entry-in-server.ts';
import { noAnswer } from './no-match-reply.ts';
import { entryRoutes } from './routes.ts';

/** The command of a topic that has one, `/TOPIC OPTION` as the pack names them. Without an option it offers the topic's entries by need. */
export function topicCommand(topic: Topic): Command | undefined {
  const { id, command } = topic;
  if (!command) return undefined;
  const { option, texts } = command;
  return {
    kind: 'slash',
    name: id,
    words: language => {
      const { name, description, option: called, optionDescription } = inLanguage(texts, language);
      return { name, description, options: { [option]: { name: called, description: optionDescription } } };
    },
    access: 'everyone',
    where: 'anywhere',
    options: { [option]: { type: 'string', suggest: true, maxLength: 200 } },

    run(args, context) {
      const typed = args.string(option)?.trim();
      if (!typed) return chooser(id, context);
      const entry = context.services.knowledge.entries.get(typed);
      return entry ? answerEntry(entry, context, context.language) : answerNearest(typed, id, context);
    },

    async suggest(_option, typed, context) {
      const { knowledge, search } = context.services;
      const ids = await search.suggest(typed, context.language, id);
      return ids.flatMap(found => {
        const entry = knowledge.entries.get(found);
        return entry ? [{ name: inLanguage(entry.text, context.language).title, value: found }] : [];
      });
    },

    routes: entryHandlers(id),
  };
}

/** People also type freely and send without choosing; then the first suggestion is what they saw on top. */
async function answerNearest(typed: string, topic: string, context: Context): Promise<Reply> {
  const { knowledge, search } = context.services;
  const [first = ''] = (await search.ready()).suggest(typed, context.language, topic);
  const entry = knowledge.entries.get(first);
  return entry
    ? answerEntry(entry, context, context.language)
    : noAnswer(context, chooser(topic, context).rows ?? []);
}

function chooser(topic: string, context: Context): Reply {
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
