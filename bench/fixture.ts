import { REST } from '@discordjs/rest';
import { createServices } from '../src/app/compose.ts';
import { readDiscordConfig } from '../src/app/config.ts';
import { folders } from '../src/app/folders.ts';
import { createLazySearch } from '../src/app/lazy-search.ts';
import { loadCommands } from '../src/app/load-commands.ts';
import { createHandle, type Handle } from '../src/interactions/handle.ts';
import type { Knowledge } from '../src/knowledge/content/entry.ts';
import { loadKnowledge } from '../src/knowledge/content/load.ts';
import { createLog } from '../src/lib/log.ts';
import { readWatchList } from '../src/news/sources/list.ts';
import { createMemoryStore } from '../src/storage/memory/memory-store.ts';

/** The real knowledge base; faults end the benchmark. */
export async function realKnowledge(): Promise<Knowledge> {
  const loaded = await loadKnowledge(folders.knowledge);
  if (!loaded.ok) throw new Error(loaded.faults.map(fault => `${fault.file}: ${fault.reason}`).join('\n'));
  return loaded.knowledge;
}

/** The core over a knowledge base and a store in memory, without transports. */
export async function coreOf(knowledge: Knowledge): Promise<Handle> {
  const read = readDiscordConfig({ DISCORD_TOKEN: 'x.y.z', DISCORD_APPLICATION_ID: '100000000000000001' });
  if (!read.ok) throw new Error(read.faults.join(', '));
  const log = createLog('warn');
  const now = () => new Date();
  const watch = readWatchList(knowledge.watch);
  if (!watch.ok) throw new Error(JSON.stringify(watch.faults));
  const { services } = createServices({
    config: read.config,
    store: createMemoryStore(),
    knowledge,
    watched: watch.list,
    search: createLazySearch(folders.knowledge, knowledge, log),
    rest: new REST(),
    now,
    log,
  });
  return createHandle({
    commands: await loadCommands(folders.commands, knowledge.pack),
    services,
    communityOf: services.settings.of,
    now,
    newCode: () => 'bench',
    onError: (_code, error) => {
      throw error;
    },
  });
}
