import { folders } from '../app/folders.ts';
import { languages } from '../i18n/language.ts';
import { topics } from '../knowledge/content/entry.ts';
import { loadKnowledge } from '../knowledge/content/load.ts';
import { readsEasily } from '../knowledge/content/reading-grade.ts';
import { loadLexicon } from '../knowledge/search/lexicon.ts';
import { renderFaults } from './render-rule.ts';

// `npm run knowledge [-- FOLDER]`: checks the content, prints a summary or every fault; exits with 1 on faults.
const folder = process.argv[2] ?? folders.knowledge;
const lexicon = loadLexicon(folder);
const wordListFaults = () => (lexicon.ok ? [] : lexicon.faults);
const loaded = await loadKnowledge(folder, [readsEasily, renderFaults, wordListFaults]);
if (loaded.ok) {
  const { entries, developments, sources, hotlines } = loaded.knowledge;
  const all = Array.from(entries.values());
  for (const topic of topics) {
    console.log(`${topic.padEnd(12)} ${all.filter(entry => entry.topic === topic).length} entries`);
  }
  console.log(`${developments.length} developments, ${sources.size} sources, ${hotlines.length} hotlines`);
  const today = new Date().toISOString().slice(0, 10);
  const overdue = all.filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < today);
  console.log(
    `${overdue.length} overdue for review${overdue.map(({ id, reviewBy }) => `\n  ${id} (${reviewBy})`).join('')}`,
  );
  console.log(`The content is in order: ${all.length} entries in ${languages.join(', ')}.`);
} else {
  for (const [file, faults] of Map.groupBy(loaded.faults, fault => fault.file)) {
    console.error(`${file}\n${faults.map(({ reason }) => `  - ${reason}`).join('\n')}`);
  }
  const count = loaded.faults.length;
  console.error(`\n${count} ${count === 1 ? 'fault' : 'faults'} in ${folder}`);
  process.exitCode = 1;
}
