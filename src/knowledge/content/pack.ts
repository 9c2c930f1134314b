import { z } from 'zod';
import { fallbackLanguage } from '../../i18n/languages.ts';
import { canonicalZone } from '../../lib/canonical-zone.ts';
import { developmentKinds, type Fault, type Pack, type Topic } from './entry.ts';
import { explain } from './explain.ts';
import { perLanguage } from './per-language.ts';
import { parseYaml } from './yaml.ts';

/** The file of a content pack that says what the pack is about. */
export const packFile = 'pack.yaml';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case letters, digits and hyphens')
  .max(32);
const words = z.string().min(1).max(100);

/** What a topic's command is called in a language. Names as Discord takes them; the English name is the topic's id. */
const commandWords = z.strictObject({
  name: z.string().min(1).max(32),
  description: words,
  option: z.string().min(1).max(32),
  optionDescription: words,
  /** After the command's name in `/help`. */
  help: words,
});

const command = z.looseObject({ option: slug }).transform(({ option, ...texts }, context) => {
  const parsed = perLanguage(commandWords).safeParse(texts);
  if (parsed.success) return { option, texts: parsed.data };
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

const topicSchema = z.strictObject({
  id: slug,
  command: command.optional(),
  news: z.array(z.enum(developmentKinds)).default([]),
  order: z.array(z.string()).default([]),
});

const packSchema = z.strictObject({
  about: perLanguage(z.string().min(3).max(300)),
  timezone: z
    .string()
    .refine(name => canonicalZone(name) !== undefined, 'must be a time zone such as America/Chicago'),
  topics: z
    .array(topicSchema)
    .min(1)
    .refine(topics => new Set(topics.map(({ id }) => id)).size === topics.length, 'has the same one twice'),
});

export type PackRead =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The pack in the text of `pack.yaml`, or every fault at once. */
export function readPack(text: string | undefined): PackRead {
  const refuse = (reasons: readonly string[]): PackRead => ({
    ok: false,
    faults: reasons.map(reason => ({ file: packFile, reason })),
  });
  if (text === undefined) return refuse(['the file is missing']);
  const yaml = parseYaml(text);
  if (!yaml.ok) return refuse([yaml.reason]);
  const parsed = packSchema.safeParse(yaml.value, { reportInput: true });
  return parsed.success ? { ok: true, pack: parsed.data } : refuse(parsed.error.issues.map(explain));
}

/** Where `pack.yaml` cannot be read: every folder is a topic, so that the rest is still checked. */
export function packOfFolders(files: Iterable<string>): Pack {
  const folders = [...files].flatMap(file => (file.includes('/') ? [file.split('/')[0] ?? ''] : []));
  const ids = [...new Set(folders)].filter(folder => folder !== 'developments');
  return {
    about: { [fallbackLanguage]: '' },
    timezone: 'UTC',
    topics: ids.map(id => ({ id, news: [], order: [] })),
  };
}

/** The topic of an entry's id or of a content file: `rights` of `rights/at-home`. */
export const topicOf = (pack: Pack, id: string): Topic | undefined =>
  pack.topics.find(topic => id.startsWith(`${topic.id}/`));
