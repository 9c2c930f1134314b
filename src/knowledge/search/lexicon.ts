import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { forEvery, type Language } from '../../i18n/languages.ts';
import type { Fault } from '../content/entry.ts';
import { explain } from '../content/explain.ts';
import { parseYaml } from '../content/yaml.ts';

const phrase = z.string().min(1).max(60);
const phrases = z.strictObject(forEvery(() => z.array(phrase).default([])));
const named = z.record(
  z.string().regex(/^[a-z0-9-]+$/, 'must be lower case letters, digits and hyphens'),
  phrases,
);

const glossaryFile = z.strictObject({
  /** What people say → the words they could have said: `xq` → `porque`. */
  shorthand: z.record(z.string(), phrase).default({}),
  /** Words that say nothing about the subject, beyond the usual ones. */
  filler: phrases.optional(),
  /** Words of one meaning; any of them finds a text with any other. */
  concepts: named,
  /** Words that tell what kind of answer is wanted ("when", "how much"), found like concepts but saying less. */
  shapes: named.default({}),
});

/** Words or short phrases as people write them, by language; one that came later may have none. */
export interface Phrases extends Readonly<Partial<Record<Language, readonly string[]>>> {}

/** What the search knows about words, curated in `knowledge/glossary.yaml` and `knowledge/out-of-scope.yaml`. */
export interface Lexicon {
  readonly shorthand: Readonly<Record<string, string>>;
  readonly filler: Phrases;
  readonly concepts: Readonly<Record<string, Phrases>>;
  /** Words that tell what kind of answer is wanted, not its subject. */
  readonly shapes: Readonly<Record<string, Phrases>>;
  /** Subjects the bot knows nothing about, with the ways people ask about them. */
  readonly outOfScope: Readonly<Record<string, Phrases>>;
}

export type LoadedLexicon =
  | { readonly ok: true; readonly lexicon: Lexicon }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The lexicon of a content folder, or every fault; reads two files and takes about 10 ms. */
export function loadLexicon(folder: string): LoadedLexicon {
  const glossary = readFile(folder, 'glossary.yaml', glossaryFile);
  const outOfScope = readFile(folder, 'out-of-scope.yaml', named);
  if (!glossary.ok || !outOfScope.ok) {
    return { ok: false, faults: [glossary, outOfScope].flatMap(file => (file.ok ? [] : file.faults)) };
  }
  const { filler = noPhrases, ...rest } = glossary.value;
  return { ok: true, lexicon: { ...rest, filler, outOfScope: outOfScope.value } };
}

const noPhrases: Phrases = {};

/** A lexicon that knows nothing: the search still works, by words alone. */
export const emptyLexicon: Lexicon = {
  shorthand: {},
  filler: noPhrases,
  concepts: {},
  shapes: {},
  outOfScope: {},
};

function readFile<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
): { ok: true; value: T } | { ok: false; faults: Fault[] } {
  let text: string;
  try {
    text = readFileSync(path.join(folder, file), 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason = error.code === 'ENOENT' ? 'the file is missing' : `cannot be read (${error.code})`;
    return { ok: false, faults: [{ file, reason }] };
  }
  const yaml = parseYaml(text);
  if (!yaml.ok) return { ok: false, faults: [{ file, reason: yaml.reason }] };
  const result = schema.safeParse(yaml.value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, faults: result.error.issues.map(issue => ({ file, reason: explain(issue) })) };
}
