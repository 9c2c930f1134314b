import { keepYoungHeapSmall } from '../../src/app/prepare-process.ts';

/** What `prepareProcess` does, without the part that `bench/clever.ts` names; the folders are the benchmark's. */
const without = process.env.WITHOUT;
if (without !== 'small young heap') keepYoungHeapSmall();
const { startApp } = await import('../../src/app/start.ts');
const { readDiscordConfig } = await import('../../src/app/config.ts');
const { createLog } = await import('../../src/lib/log.ts');
const { report } = await import('./report.ts');

/** The whole bot with its embedded store, as `npm start` builds it. */
const read = readDiscordConfig({
  DISCORD_TOKEN: 'x.y.z',
  DISCORD_APPLICATION_ID: '100000000000000001',
  DISCORD_API_BASE_URL: process.env.API,
  DATA_DIR: process.env.DATA_DIR,
  PORT: '0',
  SOURCES: 'none',
});
if (!read.ok) throw new Error(read.faults.join(', '));
const cacheFolder = without === 'checked content kept' ? undefined : process.env.CACHE;
await startApp({ config: read.config, log: createLog('warn'), cacheFolder });
report('ready');
