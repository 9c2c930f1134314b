/** `npm run torture`: the long fault runs. Each prints what it counted; the first that finds a fault ends the run with exit code 1. */
import { run as deliver } from './delivery.ts';
import { run as moderate } from './faq-moderators.ts';
import { run as crashStorage } from './storage-crash.ts';

const runs: readonly (readonly [name: string, run: () => Promise<object>])[] = [
  ['storage: files, the writer killed', () => crashStorage(200, 'file')],
  ['storage: PostgreSQL, the server killed', () => crashStorage(200, 'postgres')],
  ['delivery: one poster on files, killed', () => deliver(200, 'file')],
  ['delivery: two replicas on PostgreSQL, one killed', () => deliver(150, 'postgres')],
  ['faq: moderators at two replicas', () => moderate(1_000)],
];

const only = process.argv[2] ?? '';
for (const [name, run] of runs.filter(([name]) => name.includes(only))) {
  const begun = performance.now();
  const counts = await run();
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`${name}: ${JSON.stringify(counts)} in ${seconds} s`);
}
