import { randomInt } from 'node:crypto';
import { getCompileCacheDir } from 'node:module';
import type { REST } from '@discordjs/rest';
import { createHandle, type Handle } from '../interactions/handle.ts';
import { loadRemembered } from '../knowledge/content/cache.ts';
import { KnowledgeFaulty } from '../knowledge/errors.ts';
import { errorFields, type Log } from '../lib/log.ts';
import { openStore } from '../storage/open.ts';
import type { Store } from '../storage/store.ts';
import type { DiscordConfig } from './config.ts';
import { createDamageNotice } from './damage-notice.ts';
import { folders } from './folders.ts';
import type { Job } from './jobs.ts';
import { createLazySearch, type LazySearch } from './lazy-search.ts';
import { loadCommands } from './load-commands.ts';
import { createServices } from './services.ts';

/** What the core is built from. */
export interface CoreSources {
  readonly config: DiscordConfig;
  readonly rest: REST;
  readonly log: Log;
  readonly now: () => Date;
  /** Instead of the one that the configuration names. */
  readonly store?: Store | undefined;
}

/** What answers, whatever the transport. */
export interface Core {
  readonly handle: Handle;
  readonly store: Store;
  readonly search: LazySearch;
  readonly jobs: readonly Job[];
  /** Begins to watch the sources. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** Reads the content, opens the store, builds the services and the core over them. */
export async function buildCore({ config, rest, log, now, ...given }: CoreSources): Promise<Core> {
  const databaseUrl = config.DATABASE_URL?.reveal();
  const { onDamage, join } = createDamageNotice();
  const [store, knowledge, commands] = await Promise.all([
    given.store ?? openStore({ databaseUrl, dataDir: config.DATA_DIR, log, onDamage }),
    wholeKnowledge(),
    loadCommands(folders.commands),
  ]);
  const search = createLazySearch(folders.knowledge, knowledge, log);
  const knowledgeFolder = folders.knowledge;
  const built = createServices({ config, store, knowledge, search, rest, knowledgeFolder, now, log });
  join(built.services);
  const handle = createHandle({
    commands,
    services: built.services,
    communityOf: built.services.settings.of,
    now,
    newCode: () => randomInt(36 ** 5, 36 ** 6).toString(36),
    onError: (code, error, where) => log.error({ code, where, ...errorFields(error) }, 'a bug answered'),
  });
  return {
    handle,
    store,
    search,
    jobs: built.jobs,
    begin: built.begin,
    async close() {
      await built.close();
      await store.close();
    },
  };
}

async function wholeKnowledge() {
  const loaded = await loadRemembered(folders.knowledge, getCompileCacheDir());
  if (loaded.ok) return loaded.knowledge;
  const lines = loaded.faults.map(fault => `  - ${fault.file}: ${fault.reason}`);
  throw new KnowledgeFaulty(['The knowledge base has faults:', ...lines].join('\n'));
}
