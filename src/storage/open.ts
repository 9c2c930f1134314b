import { errorFields, type Log } from '../lib/log.ts';
import { StoreUnavailable } from '../lib/unavailable.ts';
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

/** What a shared store is opened with. */
interface SharedStoreOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  readonly onListenerError: (error: unknown) => void;
}

/** The shared stores, by the protocol of their address. */
const shared: readonly {
  readonly protocol: RegExp;
  open(options: SharedStoreOptions): Promise<Adapter>;
}[] = [
  {
    protocol: /^postgres(ql)?$/,
    open: async options => (await import('./postgres/postgres-store.ts')).openPostgresStore(options),
  },
];

const sharedAt = (databaseUrl: string) =>
  shared.find(({ protocol }) => protocol.test(databaseUrl.split(':')[0] ?? ''));

/** Whether there is a shared store for an address that begins so. */
export const isDatabaseUrl = (url: string): boolean => sharedAt(url) !== undefined;

/**
 * Opens the store that the settings name. Throws {@link StoreInUse} and {@link StoreUnavailable}, whose messages are for the operator. Only the
 * adapter that is used is loaded.
 */
export async function openStore({ databaseUrl, dataDir, log, onDamage }: OpenStoreOptions): Promise<Adapter> {
  const onListenerError = (error: unknown) => log.error(errorFields(error), 'a listener of the store failed');
  if (databaseUrl !== undefined) {
    const store = sharedAt(databaseUrl);
    if (!store) throw new StoreUnavailable('there is no store for an address of this kind');
    return await store.open({ databaseUrl, log, onListenerError });
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
