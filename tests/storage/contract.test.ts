import { describe, onTestFinished } from 'vitest';
import type { Adapter } from '../../src/storage/adapter.ts';
import { openFileStore } from '../../src/storage/files/file-store.ts';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import { openPostgresStore } from '../../src/storage/postgres/postgres-store.ts';
import { usePostgres } from '../support/postgres.ts';
import { quiet } from '../support/quiet-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { contract } from './contract.ts';

const closing = <T extends Adapter>(store: T): T => {
  onTestFinished(() => store.close());
  return store;
};
const unexpected = (key: string, reason: string) => {
  throw new Error(`${key} is damaged: ${reason}`);
};
const ignore = () => undefined;

describe('memory', () => contract(async () => closing(createMemoryStore(ignore))));

describe('file', () =>
  contract(async () =>
    closing(
      await openFileStore({ dataDir: temporaryFolder(), onDamage: unexpected, onListenerError: ignore }),
    ),
  ));

describe('postgres', () => {
  const postgres = usePostgres();
  contract(async () =>
    closing(
      await openPostgresStore({
        databaseUrl: await postgres.freshUrl(),
        log: quiet,
        onListenerError: ignore,
      }),
    ),
  );
});
