import type { OnDamage } from '../adapter.ts';
import type { Stored } from '../document.ts';
import { DocumentUnreadable } from '../store.ts';
import { Damaged } from './disk-error.ts';
import type { DocumentFiles } from './document-files.ts';

/** True for what {@link readOrRecover} can do something about. */
export const isDamage = (error: unknown): error is Damaged | DocumentUnreadable =>
  error instanceof Damaged || error instanceof DocumentUnreadable;

/**
 * The document as `accept` takes it. A damaged file is set aside, and the last good copy takes its place; without one the document is gone, and
 * the damaged file is kept. Where the schema refuses file and copy alike, nothing is damaged: another version of the bot wrote them, so both stay
 * and it throws {@link DocumentUnreadable}. To be called in the document's turn.
 */
export async function readOrRecover<T>(
  files: DocumentFiles,
  key: string,
  accept: (stored: Stored) => T,
  { now, onDamage }: { now: () => Date; onDamage: OnDamage },
): Promise<{ readonly stored: Stored; readonly document: T } | undefined> {
  try {
    const stored = await files.read(key);
    return stored && { stored, document: accept(stored) };
  } catch (fault) {
    if (!isDamage(fault)) throw fault;
    const copy = await files.readCopy(key);
    const document = copy && acceptable(copy, accept);
    if (fault instanceof DocumentUnreadable && !document) throw fault;
    const aside = await files.setAside(key, now());
    const what = `The file could not be used: ${fault instanceof DocumentUnreadable ? 'its content does not fit' : fault.message}.`;
    const where = aside === undefined ? '' : ` It is kept as ${aside}.`;
    if (copy && document) {
      await files.write(copy, undefined);
      onDamage(key, `${what} The last good copy is used (version ${copy.version}).${where}`);
      return { stored: copy, document: document.value };
    }
    await files.remove(key, { keepDamaged: true });
    onDamage(key, `${what} There is no good copy, so the document starts anew.${where}`);
    return undefined;
  }
}

/** The copy as `accept` takes it; undefined where it does not. */
function acceptable<T>(copy: Stored, accept: (stored: Stored) => T): { readonly value: T } | undefined {
  try {
    return { value: accept(copy) };
  } catch (error) {
    if (error instanceof DocumentUnreadable) return undefined;
    throw error;
  }
}
