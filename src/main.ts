import { loadEnvFile } from './app/env-file.ts';
import { defaultDataDir } from './app/folders.ts';
import { prepareProcess } from './app/prepare-process.ts';

const envFault = loadEnvFile();
const cacheFolder = prepareProcess(process.env.DATA_DIR?.trim() || defaultDataDir);
const { run } = await import('./app/run.ts');
await run(process.env, { envFault, cacheFolder });
