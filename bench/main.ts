import type { Row } from './row.ts';

/** `npm run bench [-- NAME …]`: runs the named benchmarks, or all, and prints a table. Ratios are of figures measured in one run, interleaved. */
const all = ['handle', 'search', 'transport', 'start', 'storage', 'faq', 'updates', 'words', 'clever'];
const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(1);
}

let over = 0;
for (const name of wanted.length > 0 ? wanted : all) {
  const { run }: { run(): Promise<readonly Row[]> } = await import(`./${name}.ts`);
  console.log(`\n${name}`);
  for (const row of await run()) {
    const limit =
      row.limit === undefined ? '' : `  limit ${row.limit}  ${row.value <= row.limit ? 'holds' : 'OVER'}`;
    if (row.limit !== undefined && !(row.value <= row.limit)) over++;
    console.log(`  ${row.what.padEnd(64)} ${row.value.toFixed(3).padStart(10)} ${row.unit}${limit}`);
  }
}
console.log(`\n${over} over their limit`);
