import { languages } from '../../i18n/languages.ts';
import type { DevelopmentKind, Knowledge } from '../../knowledge/content/entry.ts';
import type { SharedSearch } from '../../knowledge/search/create-search.ts';
import type { Search } from '../../knowledge/search/search.ts';

/** What a menu can hold. */
const most = 25;

/** At most 25 knowledge entries that a text may bear on: what the search finds near it, then those of its kind's topics. Only a text waits for the search. */
export async function suggestEntries(
  text: string,
  kind: DevelopmentKind,
  knowledge: Knowledge,
  search: SharedSearch,
): Promise<readonly string[]> {
  const near = text ? nearTo(text, await search.ready()) : [];
  const nearest = knowledge.pack.topics
    .filter(({ news }) => news.includes(kind))
    .sort((a, b) => a.news.indexOf(kind) - b.news.indexOf(kind));
  const ofTopics = nearest.flatMap(topic =>
    [...knowledge.entries.values()].filter(entry => entry.topic === topic.id).map(({ id }) => id),
  );
  return [...new Set([...near, ...ofTopics])].filter(id => knowledge.entries.has(id)).slice(0, most);
}

const nearTo = (text: string, search: Search): string[] =>
  languages.flatMap(language => search.ask(text, language).hits.map(({ id }) => id));
