import { fallbackLanguage, type PerLanguage, requiredLanguages } from '../../i18n/languages.ts';
import type { Development, Entry, Fault, Knowledge, Pack } from './entry.ts';
import { folderFault, readContentFiles } from './files.ts';
import { topicOf } from './pack.ts';
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
  if (!files) {
    const reason = `${folderFault(folder)}; KNOWLEDGE_DIR must name the folder of a content pack, or be left out`;
    return { ok: false, faults: [{ file: folder, reason }] };
  }
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
    const topic = topicOf(content.pack, id)?.id;
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
  const { pack, watch, sources, hotlines } = content;
  entries.sort(([a], [b]) => byNeed(pack, a, b));
  return { pack, watch, entries: new Map(entries), developments, sources, hotlines };
}

function* whole<Front>(files: readonly ContentFile<Front>[]) {
  for (const [id, group] of Map.groupBy(files, file => file.id)) {
    const first = group.find(file => file.language === fallbackLanguage);
    const whole = requiredLanguages.every(code => group.some(file => file.language === code));
    if (!first || !whole) continue;
    const text = <T>(make: (file: ContentFile<Front>) => T) =>
      Object.fromEntries(group.map(file => [file.language, make(file)])) as unknown as PerLanguage<T>;
    yield { id, front: first.front, text };
  }
}

/** By topic, then by need as the pack orders it, then by name. */
function byNeed({ topics }: Pack, a: string, b: string): number {
  const topicAt = (id: string) => topics.findIndex(topic => id.startsWith(`${topic.id}/`));
  const needAt = (id: string) => {
    const at = topics[topicAt(id)]?.order.indexOf(id) ?? -1;
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  if (topicAt(a) !== topicAt(b)) return topicAt(a) - topicAt(b);
  if (needAt(a) !== needAt(b)) return needAt(a) - needAt(b);
  return a < b ? -1 : 1;
}
