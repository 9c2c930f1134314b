import type { z } from 'zod';
import { asLanguage, fallbackLanguage, type Language, languages } from '../../i18n/languages.ts';
import {
  developmentFrontMatter,
  entryFrontMatter,
  type Fault,
  type Hotline,
  hotlineRecord,
  type Pack,
  type SourceRecord,
  sourceRecord,
} from './entry.ts';
import { explain } from './explain.ts';
import { packFile } from './files.ts';
import { packOfFolders, readPack, topicOf } from './pack.ts';
import { parseYaml, splitFrontMatter } from './yaml.ts';

export type EntryFront = z.infer<typeof entryFrontMatter>;
export type DevelopmentFront = z.infer<typeof developmentFrontMatter>;

/** One well-formed content file. `id` is `topic/name`, or a development's file name without language. */
export interface ContentFile<Front> {
  readonly file: string;
  readonly id: string;
  readonly language: Language;
  readonly front: Front;
  readonly body: string;
}

/** All that could be read, before the rules that look across files. */
export interface Content {
  readonly pack: Pack;
  /** What `watch.yaml` holds. */
  watch: unknown;
  readonly entries: ContentFile<EntryFront>[];
  readonly developments: ContentFile<DevelopmentFront>[];
  readonly sources: Map<string, SourceRecord>;
  /** Sources that stand in the file but have faults, which are told already; undefined when no source could be read. */
  brokenSources: Set<string> | undefined;
  readonly hotlines: Hotline[];
  /** The files of each entry and development, also those that could not be read: `topic/name` → `en`, `es`. */
  readonly languagesOf: Map<string, Set<string>>;
  readonly faults: Fault[];
}

// Files beside the entries that have their own readers.
const otherFiles = new Set([packFile, 'README.md', 'glossary.yaml', 'out-of-scope.yaml', 'check.yaml']);
const sourceKey = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const name = '[a-z0-9]+(?:-[a-z0-9]+)*';
const entryPath = new RegExp(`^(${name}/${name})\\.(${languages.join('|')})\\.md$`);
const watchFile = 'watch.yaml';
const developmentPath = new RegExp(
  `^developments/(\\d{4}-\\d{2}-\\d{2}-${name})\\.(${languages.join('|')})\\.md$`,
);

/** Sorts and checks files, each on its own; `files` are texts by path below `knowledge/`. */
export function parseContent(files: ReadonlyMap<string, string>): Content {
  const read = readPack(files.get(packFile));
  const content: Content = {
    pack: read.ok ? read.pack : packOfFolders(files.keys(), read.topics),
    watch: undefined,
    entries: [],
    developments: [],
    sources: new Map(),
    brokenSources: undefined,
    hotlines: [],
    languagesOf: new Map(),
    faults: read.ok ? [] : [...read.faults],
  };
  for (const [file, raw] of files) {
    const text = raw.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
    parseFile(content, file, text);
  }
  for (const file of ['sources.yaml', 'hotlines.yaml']) {
    if (!files.has(file)) content.faults.push({ file, reason: 'the file is missing' });
  }
  return content;
}

function parseFile(content: Content, file: string, text: string): void {
  const report = (reason: string) => content.faults.push({ file, reason });
  const development = developmentPath.exec(file);
  const entry = topicOf(content.pack, file) ? entryPath.exec(file) : null;
  const [, id = '', language = ''] = entry ?? development ?? [];
  if (id) content.languagesOf.set(id, (content.languagesOf.get(id) ?? new Set()).add(language));
  if (text.includes('\ufffd')) report('is not UTF-8 text: save it as UTF-8');
  else if (entry) parseText(content, content.entries, entryFrontMatter, file, entry, text);
  else if (development) {
    parseText(content, content.developments, developmentFrontMatter, file, development, text);
  } else if (file === 'sources.yaml') parseSources(content, text);
  else if (file === 'hotlines.yaml') parseHotlines(content, text);
  else if (file === watchFile) {
    const yaml = parseYaml(text);
    if (yaml.ok) content.watch = yaml.value;
    else report(yaml.reason);
  } else if (!otherFiles.has(file)) report(misplaced(file, content.pack));
}

function misplaced(file: string, pack: Pack): string {
  const codes = languages.join(' or ');
  if (file.startsWith('developments/')) {
    return `is not named like a development: DATE-NAME.LANGUAGE.md, such as 2025-07-25-suit-dismissed.${fallbackLanguage}.md (language ${codes})`;
  }
  const topic = topicOf(pack, file);
  return topic
    ? `is not named like an entry: TOPIC/NAME.LANGUAGE.md, such as ${topic.id}/what-to-do.${fallbackLanguage}.md (lower case, hyphens, language ${codes})`
    : `is not a file of the knowledge base; entries stand in ${pack.topics.map(({ id }) => id).join(', ')}`;
}

function parseText<Front>(
  content: Content,
  into: ContentFile<Front>[],
  schema: z.ZodType<Front>,
  file: string,
  [, id = '', code = '']: RegExpExecArray,
  text: string,
): void {
  const parts = splitFrontMatter(text);
  if (!parts.ok) {
    content.faults.push({ file, reason: parts.reason });
    return;
  }
  const { front, body } = parts.value;
  if (!body) content.faults.push({ file, reason: 'has no text below the front matter' });
  const checked = check(schema, front);
  const language = asLanguage(code);
  if (!checked.ok) for (const reason of checked.reasons) content.faults.push({ file, reason });
  else if (language) into.push({ file, id, language, front: checked.value, body });
}

function parseSources(content: Content, text: string): void {
  const file = 'sources.yaml';
  const records = parseYaml(text);
  if (!records.ok || typeof records.value !== 'object' || Array.isArray(records.value)) {
    const reason = records.ok ? 'must be blocks that start with `key:`' : records.reason;
    content.faults.push({ file, reason });
    return;
  }
  content.brokenSources = new Set();
  for (const [key, value] of Object.entries(records.value ?? {})) {
    const checked = check(sourceRecord, value);
    const reasons = checked.ok ? [] : checked.reasons;
    if (!sourceKey.test(key)) reasons.push('a key is made of lower case letters, digits and hyphens');
    for (const reason of reasons) content.faults.push({ file, reason: `${key}: ${reason}` });
    if (checked.ok) content.sources.set(key, checked.value);
    else content.brokenSources.add(key);
  }
}

function parseHotlines(content: Content, text: string): void {
  const file = 'hotlines.yaml';
  const records = parseYaml(text);
  if (!records.ok || !Array.isArray(records.value)) {
    const reason = records.ok ? 'must be a list: each hotline starts with `- id:`' : records.reason;
    content.faults.push({ file, reason });
    return;
  }
  for (const [index, value] of records.value.entries()) {
    const checked = check(hotlineRecord, value);
    if (checked.ok) content.hotlines.push(checked.value);
    else {
      const label = typeof value?.id === 'string' ? value.id : `hotline ${index + 1}`;
      for (const reason of checked.reasons) content.faults.push({ file, reason: `${label}: ${reason}` });
    }
  }
}

function check<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { ok: true; value: T } | { ok: false; reasons: string[] } {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, reasons: result.error.issues.map(explain) };
}
