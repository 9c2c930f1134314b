import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Discord } from '../../sandbox/discord/start.ts';
import { readDiscordConfig } from '../../src/app/config.ts';
import { deploy } from '../../src/app/register-commands.ts';
import { packIn } from './pack.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A bot in a process of its own. */
export interface BotProcess {
  readonly process: ChildProcess;
  /** All it printed so far. */
  output(): string;
  /** Resolves with the first match in what it prints; rejects when it ends first. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code, null after a signal. */
  ended: Promise<number | null>;
}

/** `npm start` with these settings and no others, in a folder without a `.env` unless another is named. */
export function spawnBot(env: Readonly<Record<string, string>>, cwd = import.meta.dirname): BotProcess {
  const child = spawn(process.execPath, [path.join(root, 'src/main.ts')], {
    // Not the project's folder, where a contributor may keep a `.env` with a real token.
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    process: child,
    output: () => output,
    ended,
    printed: pattern =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (!match) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void ended.then(code => reject(new Error(`ended with ${code}: ${output}`)));
      }),
  };
}

/** The settings that lead a bot to a stand-in, with a store in `dataDir`. */
export async function settingsFor(discord: Discord, dataDir: string): Promise<Record<string, string>> {
  const read = readDiscordConfig(discord.environment);
  if (!read.ok) throw new Error(read.faults.join(', '));
  await deploy(read.config, packIn(read.config.KNOWLEDGE_DIR));
  return { ...discord.environment, DATA_DIR: dataDir, PORT: '0', SOURCES: 'none' };
}
