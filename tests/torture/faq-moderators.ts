import { setTimeout as delay } from 'node:timers/promises';
import { type CommunityService, createCommunityService } from '../../src/community/community-service.ts';
import { createSearch } from '../../src/knowledge/search/create-search.ts';
import { emptyLexicon } from '../../src/knowledge/search/lexicon.ts';
import { createSettings } from '../../src/settings/settings-service.ts';
import { openPostgresStore } from '../../src/storage/postgres/postgres-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { emptyKnowledge } from '../support/empty-knowledge.ts';
import { startPostgres } from '../support/postgres.ts';
import { quiet } from '../support/quiet-log.ts';

const guildId = '200000000000000001';
const moderators = 6;
/** Few enough that moderators meet, so many that 100 revisions each hold all edits. */
const editsPerEntry = 80;

export interface Tally {
  readonly edits: number;
  /** Times somebody was told that another had been quicker, and wrote anew on top. */
  readonly conflicts: number;
  /** Publish pressed again, on this or the other replica, which made nothing new. */
  readonly repeated: number;
}

/**
 * Moderators at two replicas of one PostgreSQL edit the same entries at once and press Publish more than once. Throws where an acknowledged edit
 * is missing or stands twice, where revisions have a gap, or where a replica does not show the last one within a second.
 */
export async function run(edits: number): Promise<Tally> {
  const postgres = await startPostgres();
  try {
    return await edit(edits, postgres.url);
  } finally {
    await postgres.dispose();
  }
}

/** The same on a server that runs already. */
export async function edit(edits: number, databaseUrl: string): Promise<Tally> {
  const ignore = () => undefined;
  const open = () => openPostgresStore({ databaseUrl, log: quiet, onListenerError: ignore });
  const stores = await Promise.all([open(), open()]);
  const replicas = stores.map(replicaOn);
  try {
    const entries = await beginEntries(replicas, Math.ceil(edits / editsPerEntry));
    const counts = { edits: 0, conflicts: 0, repeated: 0 };
    const acknowledged = new Map<string, string>();
    const tokens = Array.from({ length: edits }, (_, index) => `token-${index}`).values();
    const moderator = async (number: number) => {
      for (const token of tokens) {
        const entry = entries[Math.floor(Math.random() * entries.length)] ?? '';
        const { conflicts, repeated } = await publishToken(
          replicas,
          entry,
          token,
          `41000000000000000${number}`,
        );
        acknowledged.set(token, entry);
        counts.edits++;
        counts.conflicts += conflicts;
        counts.repeated += repeated;
      }
    };
    await Promise.all(Array.from({ length: moderators }, (_, number) => moderator(number)));
    for (const entry of entries) await audit(replicas, entry, acknowledged);
    return counts;
  } finally {
    for (const { faq } of replicas) faq.close();
    await Promise.all(stores.map(store => store.close()));
  }
}

interface Replica {
  readonly faq: CommunityService;
}

function replicaOn(store: Store): Replica {
  const search = createSearch([], emptyLexicon);
  const faq = createCommunityService({
    store,
    settings: createSettings({ store, now: Date.now }),
    knowledge: emptyKnowledge(),
    createSearch: async () => search.community([]),
    channel: { post: async () => ({ done: false, reason: 'failed' }) },
    fetch,
    now: () => new Date(),
  });
  return { faq };
}

const oneOf = (replicas: readonly Replica[]): CommunityService => {
  const replica = replicas[Math.floor(Math.random() * replicas.length)];
  if (!replica) throw new Error('no replica');
  return replica.faq;
};

async function beginEntries(replicas: readonly Replica[], count: number): Promise<string[]> {
  const { curation } = oneOf(replicas);
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const content = { title: `Entry ${index}`, answers: { en: 'First.' }, aliases: [] };
    const { id, draft } = await curation.begin(guildId, { base: 0, content, by: '410000000000000000' });
    await curation.publish(guildId, id, { version: draft.version, by: draft.by });
    ids.push(draft.entry);
  }
  return ids;
}

async function publishToken(replicas: readonly Replica[], entry: string, token: string, by: string) {
  const { curation } = oneOf(replicas);
  const before = await curation.entry(guildId, entry);
  const last = before?.revisions.at(-1);
  const content = { title: last?.content?.title ?? '', answers: { en: token }, aliases: [] };
  let view = await curation.begin(guildId, { entry, base: last?.n ?? 0, content, by });
  for (let conflicts = 0; ; conflicts++) {
    const seen = { version: view.draft.version, by };
    // A thumb that is not sure presses again; the second press may reach the other replica.
    const presses = Math.random() < 0.3 ? 2 : 1;
    const outcomes = await Promise.all(
      Array.from({ length: presses }, () => oneOf(replicas).curation.publish(guildId, view.id, seen)),
    );
    const made = outcomes.filter(({ done }) => done).length;
    if (made > 1) throw new Error(`${token} was published ${made} times`);
    const known = outcomes.filter(outcome => !outcome.done && outcome.reason === 'already').length;
    if (made + known > 0) return { conflicts, repeated: known };
    const conflict = outcomes.find(outcome => 'view' in outcome);
    if (!conflict || !('view' in conflict) || !conflict.view.meanwhile) {
      throw new Error(`${token} was refused: ${JSON.stringify(outcomes)}`);
    }
    const rewriting = { content, by, version: view.draft.version, base: conflict.view.meanwhile.latest.n };
    const again = await oneOf(replicas).curation.rewrite(guildId, view.id, rewriting);
    if (!again) throw new Error(`the draft of ${token} is lost`);
    view = again;
  }
}

async function audit(
  replicas: readonly Replica[],
  entry: string,
  acknowledged: ReadonlyMap<string, string>,
): Promise<void> {
  const kept = await oneOf(replicas).curation.entry(guildId, entry);
  const revisions = kept?.revisions ?? [];
  if (revisions.some(({ n }, index) => n !== index + 1))
    throw new Error(`the revisions of ${entry} have a gap`);
  const texts = revisions.slice(1).map(({ content }) => content?.answers.en ?? '');
  if (new Set(texts).size !== texts.length) throw new Error(`an edit of ${entry} stands twice`);
  const expected = [...acknowledged].flatMap(([token, where]) => (where === entry ? [token] : []));
  const missing = expected.filter(token => !texts.includes(token));
  if (missing.length > 0 || texts.length !== expected.length) {
    throw new Error(`${entry}: ${missing.length} edits missing, ${texts.length} of ${expected.length} kept`);
  }
  const newest = revisions.at(-1)?.n;
  for (const { faq } of replicas) {
    const late = Date.now() + 1_000;
    while ((await faq.entries.get(guildId, entry))?.n !== newest) {
      if (Date.now() > late) throw new Error(`a replica does not show the last revision of ${entry}`);
      await delay(20);
    }
  }
}
