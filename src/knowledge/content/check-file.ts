import { z } from 'zod';
import type { Fault } from './entry.ts';
import { explain } from './explain.ts';
import { perLanguage } from './per-language.ts';
import { parseYaml } from './yaml.ts';

/** What the check of the texts knows beside them; the bot itself does not read it. */
export const checkFile = 'check.yaml';

const phrase = z.string().min(2).max(120);
const phrases = z.array(phrase).min(1);

/** A word that needs explaining, and how one sees that it was explained: any of these words stands near it. */
const legalWord = perLanguage(z.strictObject({ words: phrases, explained: phrases }));

const phone = z.strictObject({
  number: z.string().regex(/^1-\d{3}-\d{3}-\d{4}$/, 'must be a number written as 1-855-555-0100'),
  what: phrase,
  sources: phrases,
  asOf: z.iso.date('must be a day written as 2025-07-25'),
});

const schema = z.strictObject({
  /** How a text says that something could not be confirmed. */
  doubts: perLanguage(phrases).optional(),
  legalWords: z.record(z.string(), legalWord).default({}),
  /** Numbers that stand in texts but not in `hotlines.yaml`. */
  phones: z.array(phone).default([]),
  /** Days that texts name and no development has, with what happened. */
  days: z
    .record(
      z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'must be a day or a month such as 2025-07-25 or 2025-07'),
      z.string().min(5).max(200),
    )
    .default({}),
  /** Figures that differ although the sentences are alike, with why that is right. */
  different: z
    .array(z.strictObject({ figures: z.array(z.string()).length(2), why: z.string().min(5).max(200) }))
    .default([]),
  /** What may be repeated as it is: names of cases and orders, verified quotations of public people. */
  verbatim: z.array(z.string().min(10).max(300)).default([]),
});
export type CheckData = Readonly<z.infer<typeof schema>>;

/** What is known where there is no file. */
export const noCheckData: CheckData = { legalWords: {}, phones: [], days: {}, different: [], verbatim: [] };

export type CheckDataRead =
  | { readonly ok: true; readonly data: CheckData }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The data in the text of `check.yaml`, or every fault; without the file nothing is known. */
export function readCheckData(text: string | undefined): CheckDataRead {
  if (text === undefined) return { ok: true, data: noCheckData };
  const yaml = parseYaml(text);
  if (!yaml.ok) return { ok: false, faults: [{ file: checkFile, reason: yaml.reason }] };
  const parsed = schema.safeParse(yaml.value, { reportInput: true });
  return parsed.success
    ? { ok: true, data: parsed.data }
    : { ok: false, faults: parsed.error.issues.map(issue => ({ file: checkFile, reason: explain(issue) })) };
}
