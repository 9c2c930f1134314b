import { z } from 'zod';
import { snowflake } from '../../lib/ids.ts';
import { entryId, type FaqEntry, faqEntrySchema } from '../entries/entry.ts';
import { jsonSize } from './json-size.ts';

/** What an export file says it is. */
const transferFormat = 'trust-act-bot/faq';

/** The most that a file may have: bytes, nested brackets, values in all, names in one object; and of its faults that are told. */
export const fileLimits = {
  bytes: 8 * 1024 * 1024,
  depth: 8,
  values: 400_000,
  keys: 100,
  faults: 500,
} as const;

const transferred = faqEntrySchema.extend({ id: entryId });
export type Transferred = z.infer<typeof transferred>;

export const transferSchema = z.strictObject({
  format: z.literal(transferFormat),
  version: z.literal(1),
  /** The community it was taken from. */
  guild: snowflake.optional(),
  entries: z.array(transferred).max(2_000),
});

/** Why a file is refused; `entry` names the entry by title or place, where the fault is in one. Worded by `i18n/words/faq-transfer.ts`. */
export type FileFault =
  | { readonly code: 'too-big' | 'not-text' | 'not-json' | 'too-deep' | 'too-many-values' | 'not-an-export' }
  /** There are more than {@link fileLimits} tells. */
  | { readonly code: 'and-more' }
  | { readonly code: 'forbidden-key'; readonly key: string }
  | { readonly code: 'shape'; readonly entry?: string; readonly place: string; readonly message: string };

export type ReadFile =
  | { readonly ok: true; readonly entries: readonly Transferred[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** The entries in the bytes of a file, or every reason why it is none. */
export function readTransfer(bytes: Uint8Array): ReadFile {
  const refused = (...faults: FileFault[]): ReadFile => ({ ok: false, faults });
  if (bytes.byteLength > fileLimits.bytes) return refused({ code: 'too-big' });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused({ code: 'not-text' });
  }
  const size = jsonSize(text);
  if (size.depth > fileLimits.depth) return refused({ code: 'too-deep' });
  if (size.values > fileLimits.values) return refused({ code: 'too-many-values' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused({ code: 'not-json' });
  }
  const hostile = hostileFaults(value);
  if (hostile.length > 0) return refused(...hostile);
  const parsed = transferSchema.safeParse(value);
  if (parsed.success) return { ok: true, entries: parsed.data.entries };
  if (!isRecord(value) || value.format !== transferFormat) return refused({ code: 'not-an-export' });
  const { issues } = parsed.error;
  const told = issues.slice(0, fileLimits.faults).map(issue => shapeFault(issue, value));
  return refused(...told, ...(issues.length > told.length ? [{ code: 'and-more' } as const] : []));
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Names that no honest file has. */
function hostileFaults(root: unknown): FileFault[] {
  const found = new Set<string>();
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const child of value) waiting.push(child);
      continue;
    }
    const keys = Object.keys(value);
    if (keys.length > fileLimits.keys) return [{ code: 'too-many-values' }];
    for (const key of keys) if (forbiddenKeys.has(key)) found.add(key);
    for (const child of Object.values(value)) waiting.push(child);
  }
  return [...found].map(key => ({ code: 'forbidden-key', key }));
}

function shapeFault({ path, message }: z.core.$ZodIssue, file: Record<string, unknown>): FileFault {
  const [first, index, ...rest] = path;
  if (first !== 'entries' || typeof index !== 'number') {
    return { code: 'shape', place: path.join('.') || 'file', message };
  }
  const entry: unknown = Array.isArray(file.entries) ? file.entries[index] : undefined;
  const id = isRecord(entry) && typeof entry.id === 'string' ? entry.id.slice(0, 64) : undefined;
  return { code: 'shape', entry: id ?? `#${index + 1}`, place: rest.join('.') || 'entry', message };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** One file of an export, and the id of its last entry where more follow. */
export interface ExportPart {
  readonly text: string;
  readonly entries: number;
  readonly next?: string;
}

/**
 * The next file of an export: entries in the order given, as many as stay within `maxBytes`, so that it can be imported again. One entry with
 * all its revisions always fits: its parts are limited.
 */
export async function exportPart(
  guildId: string,
  ids: readonly string[],
  read: (id: string) => Promise<FaqEntry | undefined>,
  maxBytes: number = fileLimits.bytes,
): Promise<ExportPart> {
  const head = `{"format":${JSON.stringify(transferFormat)},"version":1,"guild":${JSON.stringify(guildId)},"entries":[\n`;
  const tail = '\n]}\n';
  const texts: string[] = [];
  let bytes = head.length + tail.length;
  let values = 8;
  let last: string | undefined;
  for (const id of ids) {
    const entry = await read(id);
    if (!entry) continue;
    const text = JSON.stringify({ id, ...entry });
    const size = Buffer.byteLength(text) + 2;
    const count = valuesIn(entry);
    const full = bytes + size > maxBytes || values + count > fileLimits.values;
    if (last !== undefined && full)
      return { text: head + texts.join(',\n') + tail, entries: texts.length, next: last };
    texts.push(text);
    bytes += size;
    values += count;
    last = id;
  }
  return { text: head + texts.join(',\n') + tail, entries: texts.length };
}

/** At least as many values as {@link jsonSize} will count. */
const valuesIn = (entry: FaqEntry) =>
  entry.revisions.reduce((sum, { content }) => sum + 16 + (content?.aliases.length ?? 0), 40);
