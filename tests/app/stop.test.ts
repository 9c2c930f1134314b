import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../sandbox/discord/ask.ts';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { startBot } from '../support/bot.ts';

/** A store in memory whose changes wait until `open` is called. */
function gatedStore() {
  const memory = createMemoryStore();
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  const store: Store = {
    ...memory,
    async update(collection, id, change) {
      await opened;
      return await memory.update(collection, id, change);
    },
  };
  return { store, open: () => open() };
}

const textOf = (answer: Answer) => JSON.stringify('message' in answer ? answer.message?.components : answer);

describe.each(['gateway', 'http'] as const)('a stop, over %s,', transport => {
  it('waits for a change that is under way, and its answer is sent', async () => {
    const { store, open } = gatedStore();
    const bot = await startBot({ transport, store });
    onTestFinished(bot.discord.stop);
    const manager = bot.discord.use({ user: 'manager' });
    const deferred = bot.discord.waitFor(
      () => [...bot.discord.world.pending.values()].find(({ answered }) => answered === 5),
      'the deferral',
    );
    const answered = manager.command('settings language', { language: 'es' });
    await deferred;
    const stopped = bot.app.stop();
    setTimeout(open, 500);
    expect(textOf(await answered)).toContain('Español');
    await stopped;
  });

  it('waits for an answer that is being made', async () => {
    const { store, open } = gatedStore();
    const bot = await startBot({ transport, store });
    onTestFinished(bot.discord.stop);
    const begun = bot.discord.waitFor(() => bot.discord.world.pending.size || undefined, 'the command');
    const answered = bot.discord.use({ user: 'manager' }).command('settings language', { language: 'es' });
    await begun;
    await new Promise(resolve => setTimeout(resolve, 100));
    const stopped = bot.app.stop();
    setTimeout(open, 1_100);
    expect(textOf(await answered)).toContain('Español');
    await stopped;
  });

  it('lets a first answer out that Discord did not take at once', async () => {
    const bot = await startBot({ transport });
    onTestFinished(bot.discord.stop);
    let stopped: Promise<void> | undefined;
    bot.discord.fault = ({ path }) => {
      if (!path.endsWith('/callback') || stopped) return undefined;
      stopped = bot.app.stop();
      return { status: 503 };
    };
    const answer = await bot.discord.use({ user: 'member' }).command('help');
    expect(answer.kind).toBe('message');
    await (stopped ?? bot.app.stop());
  });
});

it('a stop does not wait for a Discord that says nothing', async () => {
  const bot = await startBot({ transport: 'http' });
  onTestFinished(bot.discord.stop);
  await bot.discord.use({ user: 'manager' }).command('settings language', { language: 'es' });
  const asked = new Promise<void>(resolve => {
    bot.discord.fault = ({ path }) => {
      if (path.startsWith('/users/@me/guilds')) resolve();
      return 'hang';
    };
  });
  const work = bot.app.tick();
  await asked;
  // The request would be given up after a minute and more, and a supervisor kills after ten seconds.
  await bot.app.stop();
  await bot.discord.stop();
  await work;
});
