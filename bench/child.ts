import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
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
  /** Resolves when it has nothing left to do: what it builds after the start is built. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** How a bot is to run. */
export interface BotOptions {
  /** A folder for what it finds again at later starts. */
  readonly cache?: string;
  /** What `bots/ours.ts` is to do without, by its name there. */
  readonly without?: string;
}

/** Starts a bot as a process of its own against a loopback Discord of its own. */
export async function startBot(name: BotName, { cache, without }: BotOptions = {}): Promise<Bot> {
  const discord = await startLoopbackDiscord();
  const data = mkdtempSync(path.join(cache ?? tmpdir(), 'bench-'));
  const start = performance.now();
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'bots', `${name}.ts`), {
    execArgv: ['--expose-gc'],
    env: {
      ...process.env,
      API: discord.api,
      DATA_DIR: data,
      ...(cache && { CACHE: cache }),
      ...(cache && without !== 'compiled code' && { NODE_COMPILE_CACHE: path.join(cache, name) }),
      ...(without && { WITHOUT: without }),
    },
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
    async settled() {
      // Of 200 ms, a bot that waits uses less than 5.
      for (let before = 0, used = Number.POSITIVE_INFINITY; used > 5_000; ) {
        await setTimeout(200);
        const { cpu } = await ask('cpu');
        [before, used] = [cpu, cpu - before];
      }
    },
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
