import { type Bot, type BotName, startBot } from './child.ts';
import { percentile, type Row } from './row.ts';

const names: readonly BotName[] = ['bare', 'discord-js', 'ours'];
const rounds = 30;
const perRound = 60;

/** Gateway event to callback on loopback, and processor time an answer: the bot against a bare responder and a discord.js client, in turns. */
export async function run(): Promise<readonly Row[]> {
  const bots = new Map<BotName, Bot>();
  for (const name of names) {
    const bot = await startBot(name);
    await bot.settled();
    bots.set(name, bot);
  }
  const latencies = new Map<BotName, number[]>(names.map(name => [name, []]));
  const cpu = new Map<BotName, number>(names.map(name => [name, 0]));

  for (const [name, bot] of bots) await asks(bot, 300, name);
  for (let round = 0; round < rounds; round++) {
    for (const [name, bot] of bots) {
      const before = await bot.cpu();
      latencies.get(name)?.push(...(await asks(bot, perRound, name)));
      cpu.set(name, (cpu.get(name) ?? 0) + (await bot.cpu()) - before);
    }
  }
  for (const bot of bots.values()) await bot.stop();

  const p50 = (name: BotName) => percentile(latencies.get(name) ?? [], 0.5);
  const cpuEach = (name: BotName) => (cpu.get(name) ?? 0) / (rounds * perRound);
  return [
    ...names.map(name => ({ what: `event to callback p50, ${name}`, value: p50(name), unit: 'ms' })),
    { what: 'event to callback p50, ours / bare', value: p50('ours') / p50('bare'), unit: 'x', limit: 1.25 },
    {
      what: 'event to callback p50, ours / discord-js',
      value: p50('ours') / p50('discord-js'),
      unit: 'x',
      limit: 1,
    },
    ...names.map(name => ({ what: `processor time an answer, ${name}`, value: cpuEach(name), unit: 'µs' })),
    {
      what: 'processor time an answer, ours / discord-js',
      value: cpuEach('ours') / cpuEach('discord-js'),
      unit: 'x',
      limit: 1,
    },
  ];
}

async function asks(bot: Bot, count: number, name: string): Promise<number[]> {
  const samples: number[] = [];
  for (let at = 0; at < count; at++) samples.push(await bot.discord.ask(`2000000000000000${name.length}1`));
  return samples;
}
