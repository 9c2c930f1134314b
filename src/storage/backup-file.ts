import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type Stored, storedSchema } from './document.ts';
import { syncFolder } from './files/durable-file.ts';

/** The first line. The last one counts the documents between, so that a backup cut short is noticed. */
const header = z.strictObject({
  backup: z.literal('trust-act-bot'),
  format: z.literal(1),
  at: z.iso.datetime(),
});
const footer = z.strictObject({ documents: z.int().min(0) });

/** More faults than this are counted, not listed. */
const listed = 20;

/**
 * Writes documents as JSON Lines, one a line, and gives their number. The file is there only when it is whole; one of that name is replaced. Memory
 * use does not grow with the number of documents.
 */
export async function writeBackup(file: string, documents: AsyncIterable<Stored>, at: Date): Promise<number> {
  const temporary = `${file}.tmp`;
  let count = 0;
  async function* lines() {
    yield line({ backup: 'trust-act-bot', format: 1, at: at.toISOString() });
    for await (const stored of documents) {
      count += 1;
      yield line(stored);
    }
    yield line({ documents: count });
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(temporary, { mode: 0o600, flush: true }));
    await rename(temporary, file);
    await syncFolder(path.dirname(path.resolve(file)));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return count;
}

/** What is wrong with a backup: a line for each fault, with the number of its line. Empty where it can be restored. */
export async function checkBackup(file: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const keys = new Set<string>();
  let number = 0;
  let stated: number | undefined;
  let found = 0;
  for await (const text of linesOf(file)) {
    number += 1;
    if (stated !== undefined) faults.push(`line ${number}: stands after the end`);
    else if (number === 1) {
      if (!header.safeParse(parsed(text)).success) return ['line 1: this is not a backup of this bot'];
    } else {
      const value = parsed(text);
      const end = footer.safeParse(value);
      const stored = storedSchema.safeParse(value);
      if (end.success) stated = end.data.documents;
      else if (value === undefined) faults.push(`line ${number}: is not JSON`);
      else if (!stored.success) faults.push(`line ${number}: ${reasonsOf(stored.error)}`);
      else if (keys.has(stored.data.key)) faults.push(`line ${number}: ${stored.data.key} stands twice`);
      else keys.add(stored.data.key);
      if (!end.success) found += 1;
    }
  }
  if (number === 0) return ['the file is empty'];
  if (stated === undefined) faults.push('the end is missing: the file was cut short');
  else if (stated !== found) faults.push(`it should hold ${stated} documents, and holds ${found}`);
  return faults.length > listed ? [...faults.slice(0, listed), `and ${faults.length - listed} more`] : faults;
}

/** The documents of a backup that {@link checkBackup} found in order. */
export async function* readBackup(file: string): AsyncIterable<Stored> {
  for await (const text of linesOf(file)) {
    const stored = storedSchema.safeParse(parsed(text));
    if (stored.success) yield stored.data;
  }
}

/** Node's readline also ends a line at U+2028 and U+2029, which JSON leaves as they are. */
const line = (value: object) =>
  `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;

const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const reasonsOf = (error: z.ZodError): string =>
  error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`.trim()).join('; ');
