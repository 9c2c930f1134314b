import type { Config } from '../app/config.ts';
import { fileArgument, placeOf, runStoreCommand, terminalLog } from '../app/store-command.ts';
import { writeBackup } from '../storage/backup-file.ts';
import type { Stored } from '../storage/document.ts';
import { openStore } from '../storage/open.ts';

// `npm run backup -- FILE`: writes all documents to a file, also while the bot runs.
await runStoreCommand(async config => {
  const { file } = fileArgument('Usage: npm run backup -- FILE');
  const count = await writeBackup(file, documentsOf(config), new Date());
  return `Backed up ${count} documents of ${placeOf(config)} to ${file}.`;
});

async function* documentsOf(config: Config): AsyncIterable<Stored> {
  if (!config.DATABASE_URL) {
    const { snapshot } = await import('../storage/files/snapshot.ts');
    yield* snapshot(config.DATA_DIR, (key, reason) => {
      console.error(`Warning, ${key} is damaged: ${reason}`);
      process.exitCode = 1;
    });
    return;
  }
  const databaseUrl = config.DATABASE_URL.reveal();
  const store = await openStore({ databaseUrl, dataDir: config.DATA_DIR, log: terminalLog });
  try {
    yield* store.all();
  } finally {
    await store.close();
  }
}
