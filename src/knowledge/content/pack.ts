import { z } from 'zod';
import { fallbackLanguage, type PerLanguage } from '../../i18n/languages.ts';
import { canonicalZone } from '../../lib/canonical-zone.ts';
import { developmentKinds, type Fault, type Pack, type Topic, type TopicWords } from './entry.ts';
import { explain } from './explain.ts';
import { packFile } from './files.ts';
import { languageKeys, perLanguage } from './per-language.ts';
import { parseYaml } from './yaml.ts';

/** The folder beside the topics. */
const developmentsFolder = 'developments';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case letters, digits and hyphens')
  .max(32);
const words = z.string().min(1).max(100);
/** As Discord takes the names of commands and options: without capitals, spaces and signs. */
const spoken = z
  .string()
  .regex(/^[-_\p{L}\p{M}\p{N}]{1,32}$/u, 'must be at most 32 letters, digits and hyphens, without spaces')
  .refine(name => name === name.toLowerCase(), 'must be in lower case');
const zone = z.string().refine(name => canonicalZone(name) !== undefined, {
  error: ({ input }) => `is “${input}” but must be a time zone such as America/Denver`,
});

/** What a topic's command is called in a language. Names as Discord takes them; the English name is the topic's id. */
const commandWords = z.strictObject({
  name: spoken,
  description: words,
  option: spoken,
  optionDescription: words,
  /** After the command's name in `/help`. */
  help: words,
});

const command = z
  .strictObject({ option: slug, ...languageKeys(commandWords) })
  .transform(({ option, ...texts }) => ({ option, texts: texts as unknown as PerLanguage<TopicWords> }));

const topicSchema = z
  .strictObject({
    id: slug.refine(id => id !== developmentsFolder, 'is the folder of what happened, so no topic'),
    command: command.optional(),
    news: z.array(z.enum(developmentKinds)).default([]),
    order: z
      .array(z.string())
      .default([])
      .refine(order => new Set(order).size === order.length, 'names the same entry twice'),
  })
  .superRefine(({ id, command }, context) => {
    // Absent also where a name is not well-formed, which is told already.
    const words = command?.texts?.[fallbackLanguage];
    if (!command || !words) return;
    // Discord sends back the English names, by which the bot finds the command and reads its option.
    const { name, option } = words;
    for (const [key, is, must] of [
      ['name', name, id],
      ['option', option, command.option],
    ] as const) {
      if (is === must) continue;
      const path = ['command', fallbackLanguage, key];
      context.addIssue({ code: 'custom', path, message: `is “${is}” but must be “${must}”` });
    }
  });

const packSchema = z.strictObject({
  about: perLanguage(z.string().min(3).max(300)),
  timezone: zone,
  zones: z.array(zone).max(20).default([]),
  topics: z
    .array(topicSchema)
    .min(1)
    .refine(topics => new Set(topics.map(({ id }) => id)).size === topics.length, 'has the same one twice'),
});

export type PackRead =
  | { readonly ok: true; readonly pack: Pack }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      /** Where they could be read, so that the rest is checked with them. */
      readonly topics?: readonly Topic[] | undefined;
    };

/** The pack in the text of `pack.yaml`, or every fault at once. */
export function readPack(text: string | undefined): PackRead {
  const refuse = (reasons: readonly string[]) => ({
    ok: false as const,
    faults: reasons.map(reason => ({ file: packFile, reason })),
  });
  if (text === undefined) return refuse(['the file is missing']);
  const yaml = parseYaml(text);
  if (!yaml.ok) return refuse([yaml.reason]);
  const parsed = packSchema.safeParse(yaml.value, { reportInput: true });
  if (parsed.success) return { ok: true, pack: parsed.data };
  const { topics } = z.looseObject({ topics: packSchema.shape.topics }).safeParse(yaml.value).data ?? {};
  return { ...refuse(parsed.error.issues.map(explain)), topics };
}

/** Where `pack.yaml` has faults: with its topics, or else with every folder as one, so that the rest is still checked. */
export function packOfFolders(files: Iterable<string>, topics?: readonly Topic[]): Pack {
  const folders = [...files].flatMap(file => (file.includes('/') ? [file.split('/')[0] ?? ''] : []));
  const ids = [...new Set(folders)].filter(folder => folder !== developmentsFolder);
  return {
    about: { [fallbackLanguage]: '' },
    timezone: 'UTC',
    zones: [],
    topics: topics ?? ids.map(id => ({ id, news: [], order: [] })),
  };
}

/** The topic of an entry's id or of a content file, which begins with its folder. */
export const topicOf = (pack: Pack, id: string): Topic | undefined =>
  pack.topics.find(topic => id.startsWith(`${topic.id}/`));
