import path from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/content/load.ts';
import { readsEasily } from '../../../src/knowledge/content/rules/reads-easily.ts';
import { contentFolder, developmentText, entryText, spanishText } from './folder.ts';

const en = 'rights/silence.en.md';
const es = 'rights/silence.es.md';
const devEn = 'developments/2025-07-25-ruling.en.md';

/** Both languages with the same change, so that only the change itself is at fault. */
function both(front: Record<string, string | undefined>, body?: string): Record<string, string> {
  return { [en]: entryText(front, body), [es]: spanishText(front) };
}

function other(front: Record<string, string>, frontEs: Record<string, string> = {}): Record<string, string> {
  return {
    'rights/other.en.md': entryText({ title: 'Other one', aliases: '[aa, bb, cc]', ...front }),
    'rights/other.es.md': spanishText({ title: 'Otra cosa', aliases: '[dd, ee, ff]', ...frontEs }),
  };
}

async function faultsOf(files: Record<string, string | null>): Promise<string[]> {
  const loaded = await loadKnowledge(contentFolder(files), [readsEasily]);
  return loaded.ok ? [] : loaded.faults.map(({ file, reason }) => `${file}: ${reason}`);
}

const hard =
  'Notwithstanding jurisdictional considerations, administrative authorities occasionally misrepresent constitutional limitations regarding residential investigations.';

const cases: [name: string, files: Record<string, string | null>, expected: string[]][] = [
  ['no front matter', { [en]: 'Just text.' }, [`${en}: does not start with a line \`---\``]],
  ['front matter without end', { [en]: '---\ntitle: x\n' }, [`${en}: has no second line \`---\``]],
  [
    'broken YAML',
    { [en]: entryText({ title: 'Rights: at home: now' }) },
    [`${en}: line 2 cannot be read as YAML`],
  ],
  [
    'a key twice',
    { [en]: entryText({ status: 'current\nstatus: current' }) },
    [`${en}: line 8 cannot be read as YAML`],
  ],
  [
    'a missing key',
    both({ sources: undefined }),
    [`${en}: \`sources\` is missing`, `${es}: \`sources\` is missing`],
  ],
  ['an unknown key', { [en]: entryText({ sorces: 'x' }) }, [`${en}: has the unknown key \`sorces\``]],
  [
    'too few aliases',
    { [en]: entryText({ aliases: '[one]' }) },
    [`${en}: \`aliases\` has too few items: at least 3`],
  ],
  [
    'too long a title',
    { [en]: entryText({ title: 'x'.repeat(91) }) },
    [`${en}: \`title\` is too long: at most 90`],
  ],
  ['a text for a list', { [en]: entryText({ aliases: 'silence' }) }, [`${en}: \`aliases\` must be a list`]],
  [
    'an unknown status',
    both({ status: 'new' }),
    [`${en}: \`status\` is “new” but must be one of current`, `${es}: \`status\``],
  ],
  [
    'an impossible day',
    both({ asOf: '2025-02-30' }),
    [`${en}: \`asOf\` is “2025-02-30” but must be a day`, `${es}: \`asOf\``],
  ],
  [
    'history without year',
    both({ status: 'historical' }),
    [`${en}: the content a historical entry needs`, `${es}: the content a historical`],
  ],
  ['an empty body', { [en]: entryText({}, '') }, [`${en}: has no text below the front matter`]],
  ['not UTF-8', { [en]: entryText({}, 'Espa\ufffdol') }, [`${en}: is not UTF-8 text`]],
  ['a language missing', { [es]: null }, [`${es}: is missing: ${en} exists`]],
  ['a language of a development missing', { [devEn]: null }, [`${devEn}: is missing`]],
  [
    'languages that disagree',
    { [es]: spanishText({ asOf: '2025-01-23' }) },
    [`${es}: \`asOf\` is 2025-01-23 here but 2025-01-22 in ${en}`],
  ],
  [
    'sources that disagree',
    { [es]: spanishText({ sources: '[act]' }) },
    [`${es}: \`sources\` is [act] here`],
  ],
  [
    'an unknown source',
    both({ sources: '[nowhere]' }),
    [`${en}: the source \`nowhere\` is not in sources.yaml`, es],
  ],
  [
    'a paragraph too far',
    both({ sources: '[article#p13]' }),
    [`${en}: \`article#p13\`: the source has only 12 paragraphs`, es],
  ],
  [
    'a paragraph of a source without',
    both({ sources: '[act#p1]' }),
    [`${en}: \`act#p1\`: the source has no numbered paragraphs`, es],
  ],
  [
    'a malformed source',
    both({ sources: '[Article 2]' }),
    [`${en}: \`sources\`, item 1 is “Article 2” but must be a key of sources.yaml`, es],
  ],
  [
    'an alias of another entry',
    other({ aliases: '[Silence, bb, cc]' }),
    ['rights/silence.en.md: the alias “silence” stands in rights/other.en.md already'],
  ],
  [
    'a title that is an alias',
    other({ title: 'Say nothing?' }),
    ['rights/silence.en.md: the alias “say nothing” stands in rights/other.en.md already'],
  ],
  [
    'an alias twice',
    { [en]: entryText({ aliases: '[aa, bb, aa]' }) },
    [`${en}: the alias “aa” stands in this file already`],
  ],
  [
    'related to nothing',
    both({ related: '[rights/nothing]' }),
    [`${en}: \`related\`: there is no entry rights/nothing`, es],
  ],
  ['related to itself', both({ related: '[rights/silence]' }), [`${en}: names itself in \`related\``, es]],
  [
    'a development about nothing',
    { [devEn]: developmentText({ entries: '[rights/nothing]' }) },
    [
      `${devEn}: \`entries\`: there is no entry rights/nothing`,
      `developments/2025-07-25-ruling.es.md: \`entries\` is [rights/silence] here`,
    ],
  ],
  [
    'a development of another day',
    { [devEn]: developmentText({ date: '2025-07-24' }) },
    [
      `${devEn}: \`date\` is 2025-07-24, but the file's name`,
      'developments/2025-07-25-ruling.es.md: `date` is',
    ],
  ],
  [
    'review before the facts',
    both({ reviewBy: '2024-01-01' }),
    [`${en}: \`reviewBy\` (2024-01-01) must be later`, es],
  ],
  [
    'a badly named entry',
    { 'rights/At Home.en.md': entryText() },
    ['rights/At Home.en.md: is not named like an entry'],
  ],
  [
    'an unknown language',
    { 'rights/silence.fr.md': entryText() },
    ['rights/silence.fr.md: is not named like an entry'],
  ],
  [
    'a badly named development',
    { 'developments/ruling.en.md': developmentText() },
    ['developments/ruling.en.md: is not named like a development'],
  ],
  ['an unknown file', { 'notes.txt': 'x' }, ['notes.txt: is not a file of the knowledge base']],
  [
    'an unknown topic',
    { 'taxes/itin.en.md': entryText() },
    ['taxes/itin.en.md: is not a file of the knowledge base'],
  ],
  ['no sources', { 'sources.yaml': null }, ['sources.yaml: the file is missing']],
  [
    'no hotlines',
    { 'hotlines.yaml': null },
    ['hotlines.yaml: the file is missing', 'hotlines.yaml: no hotline has `first: true`'],
  ],
  ['unreadable sources', { 'sources.yaml': 'a: [' }, ['sources.yaml: line ']],
  [
    'a source without label',
    { 'sources.yaml': 'act: { publisher: xx, date: soon, kind: primary }\narticle: {}' },
    [
      'sources.yaml: act: `label` is missing',
      'sources.yaml: act: `date` is “soon” but must be a day, month or year',
      'sources.yaml: article: `label` is missing',
      'sources.yaml: article: `publisher` is missing',
      'sources.yaml: article: `date` is missing',
      'sources.yaml: article: `kind` is missing',
    ],
  ],
  [
    'hotlines as a block',
    { 'hotlines.yaml': 'help: yes' },
    ['hotlines.yaml: must be a list', 'hotlines.yaml: no hotline'],
  ],
  [
    'a hotline without numbers',
    {
      'hotlines.yaml':
        '- { id: a, name: { en: AA, es: AA }, purpose: { en: aaaaa, es: aaaaa }, first: true, sources: [act], asOf: 2025-01-01 }',
    },
    ['hotlines.yaml: a: needs at least one of phone'],
  ],
  [
    'a wrong phone number',
    {
      'hotlines.yaml':
        '- { id: a, name: { en: AA, es: AA }, purpose: { en: aaaaa, es: aaaaa }, phone: 555, first: true, sources: [act], asOf: 2025-01-01 }',
    },
    ['hotlines.yaml: a: `phone` is “555” but must be 911 or', 'hotlines.yaml: no hotline'],
  ],
  ['a mention', { [en]: entryText({}, 'Do not ask @everyone here.') }, [`${en}: “@everyone” would ping`]],
  [
    'an invitation in an alias',
    { [en]: entryText({ aliases: '[aa, bb, discord.gg/abc]' }) },
    [`${en}: “discord.gg/abc” is an invitation`],
  ],
  ['an open mark', { [en]: entryText({}, 'This is **bold.') }, [`${en}: “**” is opened but not closed`]],
  ['a hard text', { [en]: entryText({}, hard) }, [`${en}: reads at grade`]],
];

test('the fixture itself has no fault', async () => {
  expect(await faultsOf({})).toEqual([]);
});

test.each(cases)('%s is told with file and reason, and nothing else', async (_name, files, expected) => {
  const faults = await faultsOf(files);
  expect(faults).toHaveLength(expected.length);
  for (const start of expected)
    expect(
      faults.find(fault => fault.startsWith(start)),
      start,
    ).toBeDefined();
});

test('every fault is told at once', async () => {
  const faults = await faultsOf({ ...both({ status: 'new' }), 'notes.txt': 'x', 'hotlines.yaml': null });
  expect(new Set(faults.map(fault => fault.split(':')[0]))).toEqual(
    new Set([en, es, 'notes.txt', 'hotlines.yaml']),
  );
});

test('rules of the caller see the entries and add their faults', async () => {
  const folder = contentFolder();
  const loaded = await loadKnowledge(folder, [
    ({ entries }) => Array.from(entries.keys(), file => ({ file, reason: 'seen' })),
  ]);
  expect(loaded).toEqual({ ok: false, faults: [{ file: 'rights/silence', reason: 'seen' }] });
});

test('Windows line ends, a byte order mark and hidden files are no faults', async () => {
  const text = `\ufeff${entryText().replaceAll('\n', '\r\n')}`;
  expect(await faultsOf({ [en]: text, '.DS_Store': 'x', 'rights/.cache/x.md': 'x' })).toEqual([]);
});

test('a folder that is not there is a fault', async () => {
  const loaded = await loadKnowledge(path.join(contentFolder(), 'nowhere'));
  expect(loaded.ok).toBe(false);
});
