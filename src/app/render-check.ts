import { entryAnswer } from '../../commands/answers/entry-reply.ts';
import { developmentText } from '../../commands/answers/timeline-reply.ts';
import type { Context, Services } from '../../commands/services.ts';
import { type Language, languages, spokenIn } from '../i18n/languages.ts';
import type { Fault, Knowledge } from '../knowledge/content/entry.ts';
import { paginate } from '../messaging/paginate.ts';
import { pageLimit, render } from '../messaging/render.ts';

/** Discord's limits for one message. */
const messageCharacters = 4_000;
const messageComponents = 40;
/** More pages than a frightened person turns on a phone. */
const mostPages = 2;
/** Four developments share a message with its frame. */
const developmentCharacters = 930;

/** Content that would not reach people whole: found by rendering every entry as the bot will. */
export function renderFaults(knowledge: Knowledge): readonly Fault[] {
  return [...entryFaults(knowledge), ...developmentFaults(knowledge)];
}

function* entryFaults(knowledge: Knowledge): Iterable<Fault> {
  for (const entry of knowledge.entries.values()) {
    for (const language of languages) {
      const file = `${entry.id}.${spokenIn(entry.text, language)}.md`;
      const reply = entryAnswer(entry, contextFor(knowledge, language), language);
      const message = JSON.stringify(render(reply, language).components);
      const texts = [...message.matchAll(/"content":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
        JSON.parse(text ?? '""'),
      );
      const characters = texts.join('').length;
      const components = message.match(/"type":/g)?.length ?? 0;
      const pages = paginate(reply.text ?? '', pageLimit).length;
      if (characters > messageCharacters)
        yield { file, reason: `the answer has ${characters} characters; Discord takes ${messageCharacters}` };
      if (components > messageComponents)
        yield { file, reason: `the answer has ${components} parts; Discord takes ${messageComponents}` };
      if (pages > mostPages)
        yield { file, reason: `the answer fills ${pages} pages; at most ${mostPages} are read` };
    }
  }
}

function* developmentFaults(knowledge: Knowledge): Iterable<Fault> {
  for (const development of knowledge.developments) {
    for (const language of languages) {
      const { length } = developmentText(development, knowledge, language);
      if (length <= developmentCharacters) continue;
      const file = `developments/${development.id}.${spokenIn(development.text, language)}.md`;
      yield { file, reason: `with its links it has ${length} characters; ${developmentCharacters} fit` };
    }
  }
}

/** A member's context in a server, where answers are longest; of the services it has the content alone. */
export function contextFor(knowledge: Knowledge, language: Language): Context {
  return {
    language,
    channelLanguage: language,
    viewer: { id: '0', may: () => false },
    guild: { id: '0', language },
    channelId: '0',
    shared: false,
    botPermissions: 0n,
    now: new Date(0),
    services: { knowledge } as Partial<Services> as Services,
  };
}
