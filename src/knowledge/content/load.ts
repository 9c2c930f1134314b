import { type Language, languages } from '../../i18n/language.ts';
import { type Development, type Entry, type Fault, type Knowledge, topics } from './entry.ts';
import { readContentFiles } from './files.ts';
import { type Content, type ContentFile, parseContent } from './parse.ts';
import { reviewDay } from './review.ts';
import { crossFileFaults } from './rules.ts';

/** A rule that needs more than the files, such as Discord's limits through the real render. */
export type KnowledgeRule = (knowledge: Knowledge) => readonly Fault[];

export type Loaded =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** All content below `folder`, or every fault at once, sorted by file. `extraRules` see the entries that are whole. */
export async function loadKnowledge(
  folder: string,
  extraRules: readonly KnowledgeRule[] = [],
): Promise<Loaded> {
  const files = readContentFiles(folder);
  if (!files) return { ok: false, faults: [{ file: '.', reason: `there is no folder ${folder}` }] };
  const content = parseContent(files);
  const knowledge = assemble(content);
  const faults = [
    ...content.faults,
    ...crossFileFaults(content),
    ...extraRules.flatMap(rule => rule(knowledge)),
  ].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, knowledge };
}

/** The entries and developments whose every language could be read. */
function assemble(content: Content): Knowledge {
  const entries: [string, Entry][] = [];
  for (const { id, front, text } of whole(content.entries)) {
    const { title: _t, aliases: _a, since: _s, translation: _r, ...shared } = front;
    const topic = topics.find(topic => id.startsWith(`${topic}/`));
    if (!topic) continue;
    const texts = text(({ front, body }) => ({
      title: front.title,
      aliases: front.aliases,
      translation: front.translation,
      ...(front.since === undefined ? {} : { since: front.since }),
      body,
    }));
    const reviewBy = reviewDay(shared, shared.reviewBy);
    entries.push([id, { ...shared, id, topic, text: texts, reviewBy }]);
  }
  const developments = Array.from(whole(content.developments), ({ id, front, text }): Development => {
    const { title: _t, translation: _r, ...shared } = front;
    const texts = text(({ front, body }) => ({ title: front.title, translation: front.translation, body }));
    return { ...shared, id, text: texts };
  });
  developments.sort((a, b) => (a.id < b.id ? 1 : -1));
  entries.sort(([a], [b]) => topicOrder(a) - topicOrder(b) || (a < b ? -1 : 1));
  return { entries: new Map(entries), developments, sources: content.sources, hotlines: content.hotlines };
}

function* whole<Front>(files: readonly ContentFile<Front>[]) {
  for (const [id, group] of Map.groupBy(files, file => file.id)) {
    const first = group.find(file => file.language === languages[0]);
    if (!first || group.length < languages.length) continue;
    const text = <T>(make: (file: ContentFile<Front>) => T) =>
      Object.fromEntries(group.map(file => [file.language, make(file)])) as Record<Language, T>;
    yield { id, front: first.front, text };
  }
}

function topicOrder(id: string): number {
  return topics.findIndex(topic => id.startsWith(`${topic}/`));
}
