import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback-discord.ts';

export type BotName = 'bare' | 'discord-js' | 'ours';

/** A running bot and its loopback Discord. */
export interface Bot {
  readonly discord: LoopbackDiscord;
  /** Milliseconds from spawn to READY handled. */
  readonly startMs: number;
  /** Microseconds of processor time since start. */
  cpu(): Promise<number>;
  /** Resident bytes after a collection. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a bot as a process of its own against a loopback Discord of its own. */
export async function startBot(name: BotName, cache?: string): Promise<Bot> {
  const discord = await startLoopbackDiscord();
  const data = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const start = performance.now();
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'bots', `${name}.ts`), {
    execArgv: ['--expose-gc'],
    env: { ...process.env, API: discord.api, DATA_DIR: data, ...(cache && { NODE_COMPILE_CACHE: cache }) },
  });
  await answered(child);
  const startMs = performance.now() - start;
  const ask = async (question: 'cpu' | 'memory'): Promise<{ cpu: number; rss: number }> => {
    child.send(question);
    return answered(child);
  };
  return {
    discord,
    startMs,
    cpu: async () => (await ask('cpu')).cpu,
    memory: async () => (await ask('memory')).rss,
    async stop() {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
      discord.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The next message; rejects where the process ended instead. */
async function answered(child: ChildProcess): Promise<{ cpu: number; rss: number }> {
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(() => {
    throw new Error('the bot ended');
  });
  ended.catch(() => {});
  try {
    const [answer] = await Promise.race([once(child, 'message'), ended]);
    return answer;
  } finally {
    over.abort();
  }
}
