/**
 * A process that edits documents until it is killed, or until it has made so many edits: `node storage-writer.ts LOCATION NAME [EDITS]`.
 * LOCATION is a data folder or a `postgres://…`. For each edit that the store confirmed it prints `made EDIT DOCUMENT REVISION`, for each that
 * was refused `refused EDIT`, and `unknown EDIT` where the store said so.
 */
import { writeSync } from 'node:fs';
import { OutcomeUnknown, StoreUnavailable } from '../../src/lib/unavailable.ts';
import { openStore } from '../../src/storage/open.ts';
import { quiet } from '../support/quiet-log.ts';
import { append, ledgers } from './ledger.ts';

const documents = 5;
const lanes = 4;

const [location = '', name = '', edits = 'Infinity'] = process.argv.slice(2);
const isDatabase = location.startsWith('postgres:');
const store = await openStore({
  databaseUrl: isDatabase ? location : undefined,
  dataDir: location,
  log: quiet,
  onDamage: (key, reason) => say(`damaged ${key} ${reason}`),
});
let begun = 0;

await Promise.all(Array.from({ length: lanes }, lane));
await store.close();

async function lane(): Promise<void> {
  while (begun < Number(edits)) {
    const edit = `${name}.${begun}`;
    const document = `d${begun % documents}`;
    begun += 1;
    try {
      const revision = await store.update(ledgers, document, append(edit));
      say(`made ${edit} ${document} ${revision}`);
    } catch (error) {
      if (error instanceof OutcomeUnknown) say(`unknown ${edit}`);
      else if (error instanceof StoreUnavailable) say(`refused ${edit}`);
      else throw error;
    }
  }
}

/** At once: what is said before a kill must reach the other side. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
