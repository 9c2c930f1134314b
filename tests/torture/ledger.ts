import { z } from 'zod';
import type { Collection, Store } from '../../src/storage/store.ts';

/** A document that lists every edit made to it, the first one first. */
export const ledgers: Collection<{ edits: string[] }> = {
  name: 'ledger',
  schema: z.strictObject({ edits: z.array(z.string()) }),
};

/** Adds an edit; gives its revision, from 1. */
export const append =
  (edit: string) =>
  (ledger: { edits: string[] } | undefined): readonly [{ edits: string[] }, number] => {
    const edits = [...(ledger?.edits ?? []), edit];
    return [{ edits }, edits.length];
  };

/** What a writer was told of its edits. */
export interface Account {
  /** `DOCUMENT REVISION` by edit. */
  readonly made: Map<string, string>;
  readonly refused: Set<string>;
  readonly unknown: Set<string>;
}

export const newAccount = (): Account => ({ made: new Map(), refused: new Set(), unknown: new Set() });

/** Notes a line of a writer. One that the kill cut short says nothing. */
export function note(account: Account, line: string): void {
  const [what, edit = '', document, revision] = line.split(' ');
  if (what === 'made') account.made.set(edit, `${document} ${revision}`);
  else if (what === 'refused') account.refused.add(edit);
  else if (what === 'unknown') account.unknown.add(edit);
  else throw new Error(`a writer said: ${line}`);
}

/**
 * Throws unless the store holds every edit that was confirmed, at the revision that was told; none that was refused; and none twice. Gives the
 * number of edits it holds.
 */
export async function audit(store: Store, account: Account): Promise<number> {
  const held = new Map<string, string>();
  const faults: string[] = [];
  for await (const key of store.keys('ledger:')) {
    const document = key.slice('ledger:'.length);
    const ledger = await store.read(ledgers, document);
    for (const [index, edit] of ledger?.edits.entries() ?? []) {
      if (held.has(edit)) faults.push(`${edit} was made twice`);
      held.set(edit, `${document} ${index + 1}`);
    }
  }
  for (const [edit, place] of account.made) {
    if (held.get(edit) !== place)
      faults.push(`${edit} was confirmed at ${place}, and is at ${held.get(edit)}`);
  }
  for (const edit of account.refused) if (held.has(edit)) faults.push(`${edit} was refused, and is there`);
  if (faults.length > 0) throw new Error(faults.slice(0, 20).join('\n'));
  return held.size;
}
