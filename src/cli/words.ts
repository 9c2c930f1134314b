import { readFileSync, writeFileSync } from 'node:fs';
import { commandFaults, wordReport } from '../app/word-report.ts';

// `npm run words`: writes the types of the words after en.json was changed, and says what is wrong or not translated yet. With `-- --check` it
// writes nothing, and fails where the types are old.
const { types, file, faults, notes } = wordReport();
const check = process.argv.includes('--check');
if (!check) writeFileSync(file, types);
else if (readFileSync(file, 'utf8') !== types) {
  faults.push('src/i18n/words/words.ts is older than en.json: run `npm run words`');
}
for (const note of notes) console.log(note);
for (const fault of [...faults, ...(await commandFaults())]) {
  console.error(fault);
  process.exitCode = 1;
}
