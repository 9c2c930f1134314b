import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDiscord } from '../sandbox/discord/start.ts';
import type { Row } from './row.ts';

const channelCount = 1_000;
/** What Discord allows a bot, in requests a second, and the share of it that is to be used at least. */
const allowed = 50;
const share = 0.95;
const megabyte = 1024 * 1024;

/** The minute's look at 10,000 followings, and one post to 1,000 channels within Discord's limits: the poster is a process of its own, on files. */
export async function run(): Promise<readonly Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trust-act-bot-bench-'));
  const discord = await startDiscord();
  const channels = Array.from({ length: channelCount }, (_, at) =>
    discord.addChannel({ name: `channel-${at}`, type: 0 }),
  );
  const script = path.join(import.meta.dirname, 'updates-poster.ts');
  const ids = channels.map(({ id }) => id);
  const poster = fork(script, [folder, `${discord.origin}/api`, discord.world.token, ...ids], {
    execArgv: ['--expose-gc'],
  });
  try {
    await once(poster, 'message');
    const idle = Number(await ask(poster, 'idle'));
    await ask(poster, 'load');

    const times: number[] = [];
    let tooFast = 0;
    discord.seen = (_, status) => {
      if (status === 429) tooFast += 1;
      else times.push(performance.now());
    };
    const first = Number(await ask(poster, 'day'));
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
    await ask(poster, 'day');
    const third = Number(await ask(poster, 'day'));
    const posted = channels.filter(({ id }) => discord.messages(id).length === 3).length;

    return [
      { what: 'tick with 10,000 followings, none due (median)', value: idle, unit: 'ms', limit: 50 },
      {
        what: `one post to ${channelCount} channels`,
        value: seconds,
        unit: 's',
        limit: channelCount / (allowed * share),
      },
      { what: 'of that, 429 answers caused', value: tooFast, unit: '', limit: 0 },
      {
        what: 'channels that did not get each of three posts once',
        value: channelCount - posted,
        unit: '',
        limit: 0,
      },
      {
        what: 'heap after the third such post over the first',
        value: (third - first) / megabyte,
        unit: 'MB',
        limit: 4,
      },
    ];
  } finally {
    poster.kill();
    await discord.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function ask(poster: ChildProcess, order: string): Promise<unknown> {
  const answer = once(poster, 'message');
  const over = once(poster, 'exit').then(() => {
    throw new Error('the poster ended');
  });
  poster.send(order);
  const [said] = await Promise.race([answer, over]);
  return said.result;
}
