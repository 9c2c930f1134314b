import { CannotListen } from '../discord/http.ts';
import { KnowledgeFaulty } from '../knowledge/errors.ts';
import { createLog, errorFields } from '../lib/log.ts';
import { StoreUnavailable } from '../lib/unavailable.ts';
import { StoreInUse } from '../storage/store.ts';
import { type DiscordConfig, explainFaults, readDiscordConfig } from './config.ts';
import { startApp } from './start.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** What was done before anything else was loaded. */
export interface Prepared {
  /** What is wrong with `.env`. */
  readonly envFault: string | undefined;
  readonly cacheFolder: string | undefined;
}

/** `npm start`: reads the settings, starts, stops on SIGINT or SIGTERM. What people can mend is said in plain words, with exit code 1. */
export async function run(env: NodeJS.ProcessEnv, { envFault, cacheFolder }: Prepared): Promise<void> {
  if (envFault) return fail(envFault);
  const read = readDiscordConfig(env);
  if (!read.ok) return fail(explainFaults(read.faults));
  const log = createLog(read.config.LOG_LEVEL);
  try {
    const app = await startApp({ config: read.config, log, cacheFolder });
    log.info({ address: app.address }, `ready, health at ${app.address}/health`);
    stopOnSignal(() => app.stop());
  } catch (error) {
    fail(startFault(error, read.config));
    // Content is mended by people who do not program: where in the code it was found helps nobody.
    if (!(error instanceof KnowledgeFaulty)) log.error(errorFields(error), 'the start failed');
    process.exit(1);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

function startFault(error: unknown, config: DiscordConfig): string {
  const { code, status, syscall } = error as { code?: unknown; status?: unknown; syscall?: unknown };
  if (error instanceof KnowledgeFaulty) return error.message;
  if (error instanceof StoreInUse || error instanceof StoreUnavailable)
    return `The bot could not start: ${error.message}`;
  if (error instanceof CannotListen) return listenFault(error, config);
  if (status === 401) return 'Discord refuses DISCORD_TOKEN. Copy the token again from the developer portal.';
  if (typeof status === 'number' || typeof syscall === 'string')
    return `Discord cannot be reached at ${config.DISCORD_API_BASE_URL} (${code ?? status}). Try again later.`;
  return `The bot could not start: ${error instanceof Error ? error.name : 'unknown error'}.`;
}

const listenFault = ({ message, code }: CannotListen, { PORT }: DiscordConfig): string =>
  code === 'EADDRINUSE'
    ? `Port ${PORT} is taken. Set PORT to another one, or to 0 for any free one.`
    : `The bot ${message} (${code}). Set HOST and PORT to what this machine has and allows.`;
