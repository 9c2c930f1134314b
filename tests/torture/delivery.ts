import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../../sandbox/discord/rest/server.ts';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';
import { newsCollection } from '../../src/news/approved/news.ts';
import { openStore } from '../../src/storage/open.ts';
import { startPostgres } from '../support/postgres.ts';
import { quiet } from '../support/quiet-log.ts';
import { type Poster, startPoster } from './poster-process.ts';

export interface Tally {
  /** Posters killed in the middle of their work. */
  readonly kills: number;
  /** Answers lost, connections broken, refusals: requests that went wrong. */
  readonly faults: number;
  readonly approved: number;
  readonly channels: number;
  /** Messages that carry them. */
  readonly posts: number;
  /** Items found exactly once in each channel, of `approved` times `channels`. */
  readonly once: number;
}

/** What goes wrong with a request, and how often in a hundred. */
const faults: readonly (readonly [share: number, fault: Fault])[] = [
  [10, 'apply-and-drop'],
  [3, 'apply-and-hang'],
  [6, 'reset'],
  [2, 'hang'],
  [5, { status: 500 }],
  [2, { status: 502 }],
  [
    4,
    {
      status: 429,
      headers: { 'retry-after': '1' },
      body: { message: 'slow', retry_after: 1, global: false },
    },
  ],
  [1, { status: 403, body: { message: 'Missing Access', code: 50001 } }],
];

function pickFault(): Fault | undefined {
  let dice = Math.random() * 100;
  for (const [share, fault] of faults) {
    dice -= share;
    if (dice < 0) return fault;
  }
  return undefined;
}

const minute = 60_000;

/**
 * Kills posters so many times at random points, while Discord loses answers, breaks connections and refuses; then looks that every approved item stands
 * exactly once in every channel that follows. `file`: one process after the other on the embedded store. `postgres`: two replicas, of which one
 * is killed each time. Throws where an item is missing or doubled.
 */
export async function run(count: number, kind: 'file' | 'postgres'): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trust-act-bot-delivery-'));
  const postgres = kind === 'postgres' ? await startPostgres() : undefined;
  const location = postgres?.url ?? folder;
  let offset = 0;
  const discord = await startDiscord({
    now: () => new Date(Date.now() + offset),
    limits: { global: 100_000, channel: 100_000 },
  });
  const args = [location, `${discord.origin}/api`, discord.world.token, discord.home.id];
  const posters: Poster[] = [];
  const forward = async (milliseconds: number) => {
    offset += milliseconds;
    await Promise.all(posters.map(poster => poster.order('time', String(offset))));
  };
  const fill = async () => {
    while (posters.length < (postgres ? 2 : 1)) posters.push(await startPoster(args));
    await forward(0);
  };
  let broken = 0;
  let kills = 0;

  /** Kills a poster at its `at`th request from now, or after a while. */
  const killSoon = async (victim: Poster) => {
    let left = Math.floor(Math.random() * 12);
    const patience = setTimeout(() => victim.kill(), 20 + Math.random() * 250);
    discord.fault = () => {
      if (left-- === 0) victim.kill();
      const fault = pickFault();
      if (fault) broken += 1;
      return fault;
    };
    await victim.ended;
    clearTimeout(patience);
    posters.splice(posters.indexOf(victim), 1);
    kills += 1;
  };

  /** Lets them work undisturbed until everything is posted. */
  const rest = async () => {
    discord.fault = () => undefined;
    await fill();
    const settled = async () => (await posters[0]?.order('settled')) === true;
    for (let tries = 0; !(await settled()); tries++) {
      if (tries === 40) throw new Error('the posts do not come to rest');
      await posters[0]?.order('resume');
      await forward(16 * minute);
      // A jump of the clock ends the leases of what is under way, so each gets its time.
      for (let looks = 0; looks < 30 && !(await settled()); looks++) await delay(50);
    }
  };

  try {
    await fill();
    const channels = channelsOf(discord);
    for (const { id, type } of channels) await posters[0]?.order('follow', `${id} ${type}`);
    for (let round = 0; round < count; round++) {
      await fill();
      await posters[0]?.order('resume');
      const victim = posters[Math.floor(Math.random() * posters.length)];
      if (!victim) throw new Error('no poster');
      const killed = killSoon(victim);
      // One minute, or so many that waits are over and Discord has forgotten the nonces.
      void forward(Math.random() < 0.35 ? 16 * minute : minute);
      // Its durability may remain unknown: what the store says in the end counts.
      void posters[0]?.order('approve', `n${round}x`);
      await killed;
      // A post holds so many items; more would only be counted in it.
      if (round % 8 === 7) await rest();
    }

    await rest();
    for (const poster of posters) poster.kill();
    await Promise.all(posters.map(poster => poster.ended));

    const store = await openStore({ databaseUrl: postgres?.url, dataDir: folder, log: quiet });
    const news = await store.read(newsCollection, discord.home.id);
    await store.close();
    const items = (news?.items ?? []).map(({ id }) => id);
    return {
      kills,
      faults: broken,
      ...audit(
        discord,
        channels.map(({ id }) => id),
        items,
      ),
    };
  } finally {
    for (const poster of posters) poster.kill();
    await Promise.all(posters.map(poster => poster.ended));
    await discord.stop();
    await postgres?.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Text channels, announcement channels and threads. */
function channelsOf(discord: Discord) {
  const general = discord.channel('general');
  return [
    general,
    discord.channel('news'),
    discord.addChannel({ name: 'second', type: 0 }),
    discord.addChannel({ name: 'second-news', type: 5 }),
    discord.addChannel({ name: 'thread', type: 11, parentId: general.id }),
  ];
}

/** Throws unless every item stands exactly once in every channel. */
function audit(discord: Discord, channels: readonly string[], items: readonly string[]) {
  let once = 0;
  let posts = 0;
  for (const channel of channels) {
    const texts = discord
      .messages(channel)
      .map(message => JSON.stringify([message.content, message.components]));
    posts += texts.length;
    for (const item of items) {
      const found = texts.reduce((sum, text) => sum + text.split(`/${item})`).length - 1, 0);
      if (found !== 1) throw new Error(`${item} stands ${found} times in ${channel}`);
      once += 1;
    }
  }
  return { approved: items.length, channels: channels.length, posts, once };
}
