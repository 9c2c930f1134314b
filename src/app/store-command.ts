import type { Log } from '../lib/log.ts';
import { StoreUnavailable } from '../lib/unavailable.ts';
import { StoreInUse } from '../storage/store.ts';
import { type Config, readConfig } from './config.ts';
import { loadEnvFile } from './env-file.ts';

/** Something an operator can mend; its message says how. */
export class CommandRefused extends Error {
  override name = 'CommandRefused';
}

/** Warnings for the person at the terminal. */
export const terminalLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (_, message) => console.error(message),
  error: (_, message) => console.error(message),
};

/** Runs `npm run backup` or `npm run restore` with the settings of the environment; what went wrong is said in plain words, with exit code 1. */
export async function runStoreCommand(job: (config: Config) => Promise<string>): Promise<void> {
  try {
    const fault = loadEnvFile();
    if (fault) throw new CommandRefused(fault);
    const read = readConfig(process.env);
    if (!read.ok) throw new CommandRefused(read.faults.join('\n'));
    console.log(await job(read.config));
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

/** The one file named on the command line, and whether `flag` stands there. Anything else is answered with the usage. */
export function fileArgument(
  usage: string,
  flag?: string,
): { readonly file: string; readonly flagged: boolean } {
  const given = process.argv.slice(2);
  const files = given.filter(argument => argument !== flag);
  const [file, ...more] = files;
  if (file === undefined || more.length > 0 || file.startsWith('-')) throw new CommandRefused(usage);
  return { file, flagged: files.length < given.length };
}

/** Where the documents are, in words that hold no password. */
export const placeOf = (config: Config): string =>
  config.DATABASE_URL ? 'the database of DATABASE_URL' : `the data folder ${config.DATA_DIR}`;

function explain(error: unknown): string {
  const isExpected =
    error instanceof CommandRefused ||
    error instanceof StoreInUse ||
    error instanceof StoreUnavailable ||
    (error instanceof Error && 'syscall' in error);
  if (isExpected) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
