import { errorFields, type Log } from '../lib/log.ts';
import type { Adapter, OnDamage } from './adapter.ts';

/** Which store, and who is told of what goes wrong. */
export interface OpenStoreOptions {
  /** `postgres://…`: the shared store. Undefined: the embedded one in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly log: Log;
  /** Told of a document that could not be read as it was kept, so that its people can be told. It is logged in any case. */
  readonly onDamage?: OnDamage;
}

/**
 * Opens the store that the settings name. Throws {@link StoreInUse} and {@link StoreUnavailable}, whose messages are for the operator. Only the
 * adapter that is used is loaded.
 */
export async function openStore({ databaseUrl, dataDir, log, onDamage }: OpenStoreOptions): Promise<Adapter> {
  const onListenerError = (error: unknown) => log.error(errorFields(error), 'a listener of the store failed');
  if (databaseUrl !== undefined) {
    const { openPostgresStore } = await import('./postgres/postgres-store.ts');
    return openPostgresStore({ databaseUrl, log, onListenerError });
  }
  const { openFileStore } = await import('./files/file-store.ts');
  return openFileStore({
    dataDir,
    onListenerError,
    onDamage(key, reason) {
      log.error({ key, reason }, 'a document is damaged');
      onDamage?.(key, reason);
    },
  });
}
