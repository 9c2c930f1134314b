import { CommandRefused, fileArgument, placeOf, runStoreCommand, terminalLog } from '../app/store-command.ts';
import { checkBackup, readBackup } from '../storage/backup-file.ts';
import { openStore } from '../storage/open.ts';

// `npm run restore -- FILE [--replace]`: puts the documents of a backup into the store, all or none.
await runStoreCommand(async config => {
  const { file, flagged: replace } = fileArgument('Usage: npm run restore -- FILE [--replace]', '--replace');
  const faults = await checkBackup(file);
  if (faults.length > 0) {
    throw new CommandRefused(
      [`Nothing was restored. ${file} has faults:`, ...faults.map(fault => `  - ${fault}`)].join('\n'),
    );
  }
  const databaseUrl = config.DATABASE_URL?.reveal();
  const store = await openStore({ databaseUrl, dataDir: config.DATA_DIR, log: terminalLog });
  try {
    if (!replace && !(await store.isEmpty())) {
      throw new CommandRefused(
        `Nothing was restored: ${placeOf(config)} already holds documents. Back them up first; then --replace puts those of ${file} in their place.`,
      );
    }
    let count = 0;
    await store.replaceAll(counted(readBackup(file), () => count++));
    return `Restored ${count} documents of ${file} to ${placeOf(config)}.`;
  } finally {
    await store.close();
  }
});

async function* counted<T>(items: AsyncIterable<T>, onItem: () => void): AsyncIterable<T> {
  for await (const item of items) {
    onItem();
    yield item;
  }
}
