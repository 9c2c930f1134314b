import { REST } from '@discordjs/rest';
import { createHandle, type Handle } from '../src/bot/handle.ts';
import { readDiscordConfig } from '../src/config.ts';
import { loadCommands } from '../src/discord/load-commands.ts';
import { folders } from '../src/folders.ts';
import type { Knowledge } from '../src/knowledge/entry.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createLazySearch } from '../src/lazy-search.ts';
import { createLog } from '../src/log.ts';
import { createServices } from '../src/services.ts';
import { createMemoryStore } from '../src/storage/memory.ts';

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
  const { services } = createServices({
    config: read.config,
    store: createMemoryStore(),
    knowledge,
    search: createLazySearch(folders.knowledge, knowledge, log),
    rest: new REST(),
    knowledgeFolder: folders.knowledge,
    now,
    log,
  });
  return createHandle({
    commands: await loadCommands(folders.commands),
    services,
    communityOf: services.settings.of,
    now,
    newCode: () => 'bench',
    onError: (_code, error) => {
      throw error;
    },
  });
}
