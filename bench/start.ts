import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BotName, startBot } from './child.ts';
import { percentile, type Row } from './row.ts';

const rounds = 12;
const mebibyte = 1024 * 1024;

/** Spawn to READY handled with a warm compile cache, and memory, against a minimal discord.js client; memory again after 2,500 communities. */
export async function run(): Promise<readonly Row[]> {
  const cache = mkdtempSync(path.join(tmpdir(), 'bench-cache-'));
  const names: readonly BotName[] = ['discord-js', 'ours'];
  for (const name of names) await (await startBot(name, { cache })).stop();

  const starts = new Map<BotName, number[]>(names.map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const bot = await startBot(name, { cache });
      starts.get(name)?.push(bot.startMs);
      await bot.stop();
    }
  }

  const memory = new Map<string, number>();
  for (const name of names) {
    const bot = await startBot(name, { cache });
    for (let at = 0; at < 500; at++) await bot.discord.ask('200000000000000001');
    await bot.settled();
    memory.set(name, (await bot.memory()) / mebibyte);
    for (let guild = 0; guild < 2_500; guild++)
      await bot.discord.ask(String(200_000_000_000_000_000n + BigInt(guild)));
    memory.set(`${name} 2500`, (await bot.memory()) / mebibyte);
    await bot.stop();
  }
  rmSync(cache, { recursive: true, force: true });

  const p50 = (name: BotName) => percentile(starts.get(name) ?? [], 0.5);
  const at = (key: string) => memory.get(key) ?? Number.NaN;
  return [
    ...names.map(name => ({ what: `start to READY handled p50, ${name}`, value: p50(name), unit: 'ms' })),
    {
      what: 'start to READY handled, ours / discord-js',
      value: p50('ours') / p50('discord-js'),
      unit: 'x',
      limit: 1.2,
    },
    ...names.map(name => ({ what: `memory after 500 answers, ${name}`, value: at(name), unit: 'MiB' })),
    { what: 'memory, ours above discord-js', value: at('ours') - at('discord-js'), unit: 'MiB', limit: 30 },
    {
      what: 'memory, growth of ours from 1 to 2,500 communities',
      value: at('ours 2500') - at('ours'),
      unit: 'MiB',
    },
    {
      what: 'memory, growth of discord-js over as many answers',
      value: at('discord-js 2500') - at('discord-js'),
      unit: 'MiB',
    },
  ];
}
