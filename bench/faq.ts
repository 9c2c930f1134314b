import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Services } from '../commands/services.ts';
import { folders } from '../src/app/folders.ts';
import { createLazySearch } from '../src/app/lazy-search.ts';
import { loadCommands } from '../src/app/load-commands.ts';
import { createCommunityService } from '../src/community/community-service.ts';
import type { Content } from '../src/community/entries/content.ts';
import { faqCollection, faqKey } from '../src/community/entries/entry.ts';
import { revise } from '../src/community/entries/revise.ts';
import { createHandle, type Handle } from '../src/interactions/handle.ts';
import { createLog } from '../src/lib/log.ts';
import { createSettings } from '../src/settings/settings-service.ts';
import { openFileStore } from '../src/storage/files/file-store.ts';
import type { Store } from '../src/storage/store.ts';
import { autocomplete } from '../tests/support/interactions.ts';
import { realKnowledge } from './fixture.ts';
import { percentile, type Row } from './row.ts';

const sizes = [10, 500, 2_000] as const;
const moderator = '410000000000000001';
/** The community of `support/interactions.ts` is the largest one. */
const guildOf = (size: number) => (size === 2_000 ? '200000000000000001' : `2000000000000${10_000 + size}`);
const edits = 120;
const typed = 1_500;

/** Cost of one edit, on the disk, in communities of 10, 500 and 2,000 entries; autocomplete in the largest, through the core. */
export async function run(): Promise<readonly Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-faq-'));
  const fail = (error: unknown) => {
    throw error;
  };
  const store = await openFileStore({ dataDir: folder, onDamage: fail, onListenerError: fail });
  try {
    for (const size of sizes) await fill(store, size);
    const services = await servicesOf(store);
    return [...(await editCosts(services)), ...(await autocompleteCosts(await coreOf(services), services))];
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

const places = [
  'clinic',
  'church',
  'library',
  'school',
  'court',
  'market',
  'station',
  'shelter',
  'office',
  'park',
];
const wishes = [
  'Where is the',
  'When does it open:',
  'Who can help me at the',
  'How do I reach the',
  'What does it cost at the',
];

const contentOf = (index: number): Content => {
  const place = `${places[index % 10]} number ${index}`;
  return {
    title: `${wishes[index % 5]} ${place}?`,
    answers: {
      en: `Go to the ${place} on street ${index % 97} before noon. Bring a letter with your name. Ask for volunteer ${index}.`,
      es: `Vaya al lugar ${index} en la calle ${index % 97} antes del mediodía. Lleve una carta con su nombre.`,
    },
    aliases: [`${place} hours`, `lugar ${index}`],
  };
};

async function fill(store: Store, size: number): Promise<void> {
  const indexes = Array.from({ length: size }, (_, index) => index).values();
  const writer = async () => {
    for (const index of indexes) {
      const revision = {
        by: moderator,
        at: new Date(index * 1_000).toISOString(),
        content: contentOf(index),
      };
      const key = faqKey(guildOf(size), `entry-${index}`);
      await store.update(faqCollection, key, entry => [revise(entry, revision), undefined]);
    }
  };
  await Promise.all(Array.from({ length: 32 }, writer));
}

async function servicesOf(store: Store): Promise<Services> {
  const knowledge = await realKnowledge();
  const search = createLazySearch(folders.knowledge, knowledge, createLog('warn'));
  const settings = createSettings({ store, now: Date.now });
  const faq = createCommunityService({
    store,
    settings,
    knowledge,
    createSearch: async () => (await search.ready()).community([]),
    channel: { post: async () => ({ done: false, reason: 'failed' }) },
    fetch,
    now: () => new Date(),
  });
  return { knowledge, search, settings, community: faq, operator: {} } as Partial<Services> as Services;
}

async function coreOf(services: Services): Promise<Handle> {
  return createHandle({
    commands: await loadCommands(folders.commands, services.knowledge.pack),
    services,
    communityOf: services.settings.of,
    now: () => new Date(),
    newCode: () => 'bench',
    onError: (_code, error) => {
      throw error;
    },
  });
}

/** One edit: a draft kept, then published, both on the disk, the search up to date. Interleaved, each community in its turn. */
async function editCosts({ community }: Services): Promise<Row[]> {
  const samples = new Map<number, number[]>(sizes.map(size => [size, []]));
  for (const size of sizes) await community.entries.size(guildOf(size));
  for (let round = 0; round < edits; round++) {
    for (const size of sizes) {
      const guildId = guildOf(size);
      const entry = `entry-${round % 10}`;
      const content = { ...contentOf(round % 10), answers: { en: `Changed in round ${round}.` } };
      const base = (await community.entries.get(guildId, entry))?.n ?? 0;
      const start = performance.now();
      const { id, draft } = await community.curation.begin(guildId, { entry, base, content, by: moderator });
      const outcome = await community.curation.publish(guildId, id, {
        version: draft.version,
        by: moderator,
      });
      if (!outcome.done) throw new Error(`an edit was refused: ${outcome.reason}`);
      samples.get(size)?.push(performance.now() - start);
    }
  }
  const medians = sizes.map(size => percentile(samples.get(size) ?? [], 0.5));
  const [smallest = Number.NaN] = medians;
  return [
    ...sizes.map((size, at) => ({
      what: `one edit at ${size} entries, p50`,
      value: medians[at] ?? 0,
      unit: 'ms',
    })),
    ...sizes.slice(1).map((size, at) => ({
      what: `one edit at ${size} entries against 10`,
      value: (medians[at + 1] ?? 0) / smallest,
      unit: 'times',
      limit: 1.5,
    })),
  ];
}

async function autocompleteCosts(handle: Handle, { community }: Services): Promise<Row[]> {
  const guildId = guildOf(2_000);
  const count = await community.entries.size(guildId);
  const words = [
    '',
    'c',
    'cl',
    'clin',
    'where is',
    'lugar 19',
    'clinc numbr 7',
    'help me at the market',
    'xyzzy',
    'volunter',
  ];
  const samples: number[] = [];
  for (let round = 0; round < typed; round++) {
    const entry = words[round % words.length] ?? '';
    const start = performance.now();
    const { response } = await handle(autocomplete('faq', 'entry', { entry }));
    // The first rounds are the compiler's.
    if (round >= 100) samples.push(performance.now() - start);
    const found =
      'data' in response && response.data && 'choices' in response.data ? response.data.choices : [];
    if (entry === 'clin' && found?.length !== 25) throw new Error('autocomplete found nothing');
  }
  return [
    { what: `autocomplete at ${count} entries, p50`, value: percentile(samples, 0.5), unit: 'ms' },
    { what: `autocomplete at ${count} entries, p99`, value: percentile(samples, 0.99), unit: 'ms', limit: 5 },
  ];
}
