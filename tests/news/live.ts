import { onTestFinished } from 'vitest';
import type { Answer } from '../../sandbox/discord/ask.ts';
import { type Component, walk } from '../../sandbox/discord/component.ts';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';
import type { Message } from '../../sandbox/discord/world.ts';
import { readDiscordConfig } from '../../src/app/config.ts';
import { deploy } from '../../src/app/register-commands.ts';
import { type App, startApp } from '../../src/app/start.ts';
import { createApprovedNews, type NewsLine } from '../../src/news/approved/approved-news.ts';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { packIn } from '../support/pack.ts';
import { quiet } from '../support/quiet-log.ts';
import { noKnowledge } from './post-rig.ts';

/** The whole bot against Discord's stand-in, both with a clock that tests move. */
export interface Live {
  readonly discord: Discord;
  readonly app: App;
  readonly store: Store;
  now(): Date;
  /** The line under a community's answer, as another process on the same store gives it. */
  since(guildId: string, entryId: string): Promise<NewsLine | undefined>;
  /** Moves the clock and does the work of that minute. */
  moveTo(time: string): Promise<void>;
}

export interface LiveOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly store?: Store;
}

/** Starts both at a time; they are stopped when the test is done. */
export async function startLive(begin: string, { env, store: given }: LiveOptions = {}): Promise<Live> {
  let time = new Date(begin);
  const now = () => time;
  // How late an answer may be, and how many requests a second Discord takes, is no matter of these tests: on a busy machine answers come late and
  // requests in bunches.
  const limits = { global: 1_000, channel: 1_000 };
  const discord = await startDiscord({ now, patience: 30_000, limits });
  const read = readDiscordConfig({ SOURCES: 'none', ...env, ...discord.environment, PORT: '0' });
  if (!read.ok) throw new Error(read.faults.join(', '));
  await deploy(read.config, packIn(read.config.KNOWLEDGE_DIR));
  const store = given ?? createMemoryStore();
  const app = await startApp({ config: read.config, log: quiet, store, now });
  onTestFinished(async () => {
    await app.stop();
    await discord.stop();
  });
  return {
    discord,
    app,
    store,
    now,
    async since(guildId, entryId) {
      const news = createApprovedNews({ store, knowledge: noKnowledge, clock: now });
      try {
        return await news.since(guildId, entryId, 'en');
      } finally {
        news.close();
      }
    },
    async moveTo(moment) {
      time = new Date(moment);
      await app.tick();
    },
  };
}

/** The message of an answer; anything else fails the test. */
export function messageOf(answer: Answer): Message {
  if (answer.kind !== 'message' && answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.message;
}

/** All text of a message as people read it. */
export const textOf = (message: Message): string =>
  [message.content, ...partsOf(message).map(part => part.content ?? '')].filter(Boolean).join('\n');

/** What stands on its buttons and menus. */
export const labelsOf = (message: Message): string[] =>
  partsOf(message).flatMap(part => part.label ?? part.placeholder ?? []);

const partsOf = (message: Message): Component[] => [...walk(message.components)];

/** A manager makes a channel follow, and confirms. */
export async function follow(
  live: Live,
  channel: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const manager = live.discord.use({ user: 'manager' });
  const { id } = live.discord.channel(channel);
  const asked = await manager.command('announcements follow', {
    channel: id,
    kind: 'all',
    schedule: 'daily 09:00',
    ...values,
  });
  const done = await manager.press(messageOf(asked), 'Confirm');
  if (!textOf(messageOf(done)).includes('follows now')) throw new Error(textOf(messageOf(done)));
}

/** A moderator writes and approves a piece of news. */
export async function approveNews(
  live: Live,
  headline: string,
  { kind = 'litigation', date = '2026-03-01', user = 'moderator' } = {},
): Promise<Message> {
  const moderator = live.discord.use({ user });
  const link = `https://example.org/${encodeURIComponent(headline)}`;
  const form = await moderator.command('news add', { kind, link, date });
  const summary = `${headline}: first sentence. Second sentence.`;
  return messageOf(await moderator.submit(form, { headline, summary }));
}
