import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadEnvFile } from '../app/env-file.ts';
import { folders } from '../app/folders.ts';
import { packRules } from '../app/load-pack.ts';
import { renderFaults } from '../app/render-check.ts';
import { checkFile, noCheckData, readCheckData } from '../knowledge/content/check-file.ts';
import { claimMapFaults, claimMapFile, readClaimMap } from '../knowledge/content/claim-map.ts';
import type { Fault, Knowledge } from '../knowledge/content/entry.ts';
import { loadKnowledge } from '../knowledge/content/load.ts';
import { writingRules } from '../knowledge/content/rules/writing-rules.ts';
import { coverage } from '../knowledge/report/coverage.ts';
import { dueWithin, overdue } from '../knowledge/report/due.ts';
import { readOriginals } from '../knowledge/report/originals.ts';
import { knowledgeTables } from '../knowledge/report/tables.ts';
import { loadLexicon } from '../knowledge/search/lexicon.ts';

// `npm run knowledge [-- FOLDER] [-- --due DAYS] [-- --coverage]`: prints every fault of the content and exits with 1, or tables about it.
const { values: options, positionals } = parseArgs({
  options: { due: { type: 'string' }, coverage: { type: 'boolean' } },
  allowPositionals: true,
});
const envFault = loadEnvFile();
if (envFault) {
  // It may name another pack: checking this one would mislead.
  console.error(envFault);
  process.exit(1);
}
const folder = positionals[0] ?? (process.env.KNOWLEDGE_DIR?.trim() || folders.knowledge);
const today = new Date().toISOString().slice(0, 10);

const originals = readOriginals();
const lexicon = loadLexicon(folder);
const check = readCheckData(textOf(path.join(folder, checkFile)));
const data = check.ok ? check.data : noCheckData;
const claims = readClaimMap(textOf(path.join(folder, '..', claimMapFile)) ?? '');
const loaded = await loadKnowledge(folder, [
  renderFaults,
  ...packRules,
  () => (lexicon.ok ? [] : lexicon.faults),
  () => (check.ok ? [] : check.faults),
  knowledge => claimMapFaults(claims, knowledge),
  ...writingRules({ data, today, originals }),
]);
if (loaded.ok) for (const line of report(loaded.knowledge)) console.log(line);
else {
  complain(loaded.faults);
  process.exitCode = 1;
}

function report(knowledge: Knowledge): readonly string[] {
  if (options.due !== undefined) return dueWithin(knowledge, today, Number(options.due) || 0);
  if (options.coverage) return coverage(claims, knowledge, originals);
  const languages = new Set([...knowledge.entries.values()].flatMap(({ text }) => Object.keys(text)));
  return [
    ...knowledgeTables(knowledge, data, today),
    overdue(knowledge, today),
    `The content is in order: ${knowledge.entries.size} entries in ${[...languages].join(', ')}.`,
  ];
}

function complain(faults: readonly Fault[]): void {
  for (const [file, found] of Map.groupBy(faults, fault => fault.file)) {
    console.error(`${file}\n${found.map(({ reason }) => `  - ${reason}`).join('\n')}`);
  }
  console.error(`\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${folder}`);
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
