import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback-discord.ts';

export type BotName = 'bare' | 'discord-js' | 'ours';

export interface Bot {
  readonly discord: LoopbackDiscord;
  /** Milliseconds from spawn to READY handled. */
  readonly startMs: number;
  /** Processor time in microseconds since start, and resident memory in bytes after a collection. */
  usage(): Promise<{ readonly cpu: number; readonly rss: number }>;
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
  await once(child, 'message');
  const startMs = performance.now() - start;
  return {
    discord,
    startMs,
    async usage() {
      child.send('usage');
      const [answer] = await once(child, 'message');
      return answer;
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
