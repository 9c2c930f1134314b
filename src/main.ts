import { prepareProcess } from './app/prepare-process.ts';

prepareProcess();
const { run } = await import('./app/run.ts');
await run(process.env);
