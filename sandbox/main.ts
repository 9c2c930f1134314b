import { enableCompileCache } from 'node:module';

// Before anything else is imported: later starts read compiled code from the cache.
enableCompileCache();
const { run } = await import('./run.ts');
await run(process.env);
