import { createHandle, type Handle } from '../src/bot/handle.ts';
import type { Services } from '../src/bot/services.ts';
import { loadCommands } from '../src/discord/load-commands.ts';
import { folders } from '../src/folders.ts';
import type { Knowledge } from '../src/knowledge/entry.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createLazySearch } from '../src/lazy-search.ts';
import { createLog } from '../src/log.ts';

/** The real knowledge base; faults end the benchmark. */
export async function realKnowledge(): Promise<Knowledge> {
  const loaded = await loadKnowledge(folders.knowledge);
  if (!loaded.ok) throw new Error(loaded.faults.map(fault => `${fault.file}: ${fault.reason}`).join('\n'));
  return loaded.knowledge;
}

/** The core over a knowledge base, without transports and storage. */
export async function coreOf(knowledge: Knowledge): Promise<Handle> {
  const services = {
    knowledge,
    search: createLazySearch(folders.knowledge, knowledge, createLog('warn')),
    operator: {},
  } as Partial<Services> as Services;
  return createHandle({
    commands: await loadCommands(folders.commands),
    services,
    communityOf: () => ({}),
    now: () => new Date(),
    newCode: () => 'bench',
    onError: (_code, error) => {
      throw error;
    },
  });
}
