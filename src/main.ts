import { prepareProcess } from './prepare-process.ts';

prepareProcess();
const { run } = await import('./run.ts');
await run(process.env);
