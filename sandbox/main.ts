import { fileURLToPath } from 'node:url';
import { ownFolder } from '../src/app/own-folder.ts';
import { keepCompiledCode } from '../src/app/prepare-process.ts';

// Before anything else is imported: later starts read compiled code from a folder that only this user writes.
const cache = ownFolder(fileURLToPath(new URL('../node_modules/.cache', import.meta.url)));
if (cache) keepCompiledCode(cache);
const { run } = await import('./run.ts');
await run(process.env);
