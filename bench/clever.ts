import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { entryAnswer } from '../commands/answers/entry-reply.ts';
import { contextFor } from '../src/app/render-check.ts';
import { languages } from '../src/i18n/languages.ts';
import { render } from '../src/messaging/render.ts';
import { startBot } from './child.ts';
import { realKnowledge } from './fixture.ts';
import { percentile, type Row } from './row.ts';

/** Every clever thing beside the plain way, in turns: what it costs to do without it. `docs/decisions/clever.md` says what follows. */
export async function run(): Promise<readonly Row[]> {
  return [...(await answers()), ...(await starts())];
}

/** Answers made and rendered once a day against each time anew. */
async function answers(): Promise<readonly Row[]> {
  const knowledge = await realKnowledge();
  const kept: number[] = [];
  const anew: number[] = [];
  const timed = (samples: number[], fresh: boolean) => {
    for (const entry of knowledge.entries.values()) {
      for (const language of languages) {
        const context = contextFor(knowledge, language);
        const subject = fresh ? { ...entry } : entry;
        const start = performance.now();
        render(entryAnswer(subject, context, language), language);
        samples.push(performance.now() - start);
      }
    }
  };
  for (let round = 0; round < 40; round++) {
    timed(kept, false);
    timed(anew, true);
  }
  const p50 = (samples: readonly number[]) => percentile(samples.slice(samples.length / 4), 0.5);
  return [
    { what: 'an answer, made once a day, p50', value: p50(kept), unit: 'ms' },
    { what: 'an answer, made each time, p50', value: p50(anew), unit: 'ms' },
  ];
}

const rounds = 10;
const parts = ['compiled code', 'checked content kept', 'small young heap'];

/** A start with a warm cache, and memory after 5 seconds, with everything and without one part each. */
async function starts(): Promise<readonly Row[]> {
  const caches = mkdtempSync(path.join(tmpdir(), 'bench-cache-'));
  const ways = ['', ...parts];
  const startMs = new Map<string, number[]>(ways.map(way => [way, []]));
  const memory = new Map<string, number[]>(ways.map(way => [way, []]));
  // A folder each: compiled code is not taken over where V8's flags differ.
  const optionsOf = (without: string) => ({ cache: path.join(caches, without || 'all'), without });
  for (const way of ways) {
    mkdirSync(optionsOf(way).cache);
    await (await startBot('ours', optionsOf(way))).stop();
  }
  for (let round = 0; round < rounds; round++) {
    for (const way of ways) {
      const bot = await startBot('ours', optionsOf(way));
      startMs.get(way)?.push(bot.startMs);
      if (round % 3 === 0) {
        await bot.settled();
        memory.get(way)?.push((await bot.memory()) / 1024 / 1024);
      }
      await bot.stop();
    }
  }
  rmSync(caches, { recursive: true, force: true });
  return ways.flatMap(way => {
    const called = way ? `without: ${way}` : 'with everything';
    return [
      { what: `start, ${called}, p50`, value: percentile(startMs.get(way) ?? [], 0.5), unit: 'ms' },
      { what: `memory, ${called}, p50`, value: percentile(memory.get(way) ?? [], 0.5), unit: 'MiB' },
    ];
  });
}
