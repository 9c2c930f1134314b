import { fallbackLanguage, requiredLanguages } from '../../i18n/languages.ts';
import { wordsOf } from '../../i18n/words.ts';

import type { Fault } from './entry.ts';
import { packFile } from './files.ts';
import type { Content, ContentFile } from './parse.ts';
import { type TextFault, textFaults } from './text-safety.ts';

/** A rule that looks across the files; each gives every fault of its kind. */
type Rule = (content: Content) => Fault[];
type AnyFile = Content['entries'][number] | Content['developments'][number];

/** All rules across files, in the order their faults are told. */
export function crossFileFaults(content: Content): Fault[] {
  return rules.flatMap(rule => rule(content));
}

const everyLanguageExists: Rule = ({ languagesOf }) =>
  Array.from(languagesOf).flatMap(([id, present]) =>
    requiredLanguages
      .filter(language => !present.has(language))
      .map(language => ({
        file: fileOf(id, language),
        reason: `is missing: ${Array.from(present, other => fileOf(id, other)).join(', ')} exists, but every text is needed in ${requiredLanguages.join(' and ')}`,
      })),
  );

const languagesAgree: Rule = ({ entries, developments }) => [
  ...disagreements(entries, ['asOf', 'reviewBy', 'status', 'urgent', 'describes', 'sources', 'related']),
  ...disagreements(developments, ['date', 'kind', 'asOf', 'sources', 'entries']),
];

function disagreements<Front>(files: ContentFile<Front>[], keys: (keyof Front & string)[]): Fault[] {
  const first = new Map<string, ContentFile<Front>>();
  return files.flatMap(file => {
    const other = first.get(file.id);
    if (!other) first.set(file.id, file);
    if (!other) return [];
    return keys
      .filter(key => comparable(file.front[key]) !== comparable(other.front[key]))
      .map(key => ({
        file: file.file,
        reason: `\`${key}\` is ${shown(file.front[key])} here but ${shown(other.front[key])} in ${other.file}; they must be the same`,
      }));
  });
}

const sourcesExist: Rule = content => {
  const { brokenSources } = content;
  if (!brokenSources) return [];
  const files = [...content.entries, ...content.developments];
  const refs = [
    ...files.flatMap(({ file, front }) => front.sources.map(ref => ({ file, ref }))),
    ...content.hotlines.flatMap(({ id, sources }) =>
      sources.map(ref => ({ file: 'hotlines.yaml', ref, prefix: `${id}: ` })),
    ),
  ];
  return refs.flatMap(({ file, ref, prefix = '' }: { file: string; ref: string; prefix?: string }) => {
    const [key = '', paragraph] = ref.split('#p');
    const source = content.sources.get(key);
    if (brokenSources.has(key)) return [];
    if (!source) return [{ file, reason: `${prefix}the source \`${key}\` is not in sources.yaml` }];
    if (paragraph === undefined) return [];
    if (!source.paragraphs) {
      return [
        {
          file,
          reason: `${prefix}\`${ref}\`: the source has no numbered paragraphs (\`paragraphs\` in sources.yaml)`,
        },
      ];
    }
    return Number(paragraph) <= source.paragraphs
      ? []
      : [{ file, reason: `${prefix}\`${ref}\`: the source has only ${source.paragraphs} paragraphs` }];
  });
};

const namesAreUnique: Rule = ({ entries }) => {
  const seen = new Map<string, string>();
  return entries.flatMap(({ file, language, front }) =>
    [front.title, ...front.aliases].flatMap((name, index) => {
      const key = `${language} ${name
        .toLowerCase()
        .replace(/[\s?¿!¡.]+/g, ' ')
        .trim()}`;
      const other = seen.get(key);
      if (!other) seen.set(key, file);
      const what = index === 0 ? 'title' : 'alias';
      const where = other === file ? 'stands in this file already' : `stands in ${other} already`;
      return other
        ? [{ file, reason: `the ${what} “${name}” ${where}; titles and aliases must differ` }]
        : [];
    }),
  );
};

const relatedExist: Rule = ({ entries, languagesOf }) =>
  entries.flatMap(({ file, id, front }) =>
    front.related.flatMap(related => {
      if (related === id) return [{ file, reason: 'names itself in `related`' }];
      return languagesOf.has(related) ? [] : [{ file, reason: `\`related\`: there is no entry ${related}` }];
    }),
  );

const developmentEntriesExist: Rule = ({ developments, languagesOf }) =>
  developments.flatMap(({ file, front }) =>
    front.entries
      .filter(entry => !languagesOf.has(entry))
      .map(entry => ({ file, reason: `\`entries\`: there is no entry ${entry}` })),
  );

const datesMakeSense: Rule = ({ entries, developments }) => [
  ...entries
    .filter(({ front }) => front.reviewBy !== undefined && front.reviewBy <= front.asOf)
    .map(({ file, front }) => ({
      file,
      reason: `\`reviewBy\` (${front.reviewBy}) must be later than \`asOf\` (${front.asOf})`,
    })),
  ...developments
    .filter(({ id, front }) => !id.startsWith(front.date))
    .map(({ file, front }) => ({
      file,
      reason: `\`date\` is ${front.date}, but the file's name starts with another day`,
    })),
];

const textsAreSafe: Rule = ({ entries, developments }) =>
  [...entries, ...developments].flatMap(({ file, front, body }: AnyFile) => {
    const texts = [front.title, body, ...('aliases' in front ? [...front.aliases, front.since ?? ''] : [])];
    return texts.flatMap(textFaults).map(fault => ({ file, reason: textFaultReason(fault) }));
  });

const hotlinesMakeSense: Rule = ({ hotlines }) => {
  const file = 'hotlines.yaml';
  const ids = hotlines.map(({ id }) => id);
  const repeated = ids.filter((id, index) => ids.indexOf(id) < index);
  return [
    ...repeated.map(id => ({ file, reason: `${id}: two hotlines have this id` })),
    ...hotlines
      .filter(({ phone, email, url }) => !phone && !email && !url)
      .map(({ id }) => ({ file, reason: `${id}: needs at least one of phone, email and url` })),
    ...(hotlines.some(({ first }) => first)
      ? []
      : [{ file, reason: 'no hotline has `first: true`, to be shown where the bot has no answer' }]),
  ];
};

const orderExists: Rule = ({ pack, languagesOf }) =>
  pack.topics.flatMap(({ id, order }) =>
    order
      .filter(entry => !languagesOf.has(entry) || !entry.startsWith(`${id}/`))
      .map(entry => ({ file: packFile, reason: `\`order\` of ${id}: there is no entry ${entry}` })),
  );

const rules: readonly Rule[] = [
  orderExists,
  everyLanguageExists,
  languagesAgree,
  sourcesExist,
  namesAreUnique,
  relatedExist,
  developmentEntriesExist,
  datesMakeSense,
  textsAreSafe,
  hotlinesMakeSense,
];

/** The reason of a fault of the text in English, for the loader and the check. */
function textFaultReason(fault: TextFault): string {
  const words = wordsOf(fallbackLanguage).texts.unsafe;
  if (fault.code === 'masked-link') return words[fault.code]({ shown: fault.shown, leads: fault.leads });
  if (fault.code === 'unclosed' && fault.found === '>>>') return words['unclosed-quote'];
  return words[fault.code]({ found: fault.found });
}

function fileOf(id: string, language: string): string {
  return `${id.includes('/') ? id : `developments/${id}`}.${language}.md`;
}

function comparable(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : value) ?? '';
}

function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}
