import { createRequire } from 'node:module';

/** Where the bot says what it does. Fields must never hold what a person wrote, a token, or an id of a person. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

/** JSON lines on standard output. Written at once, so that a kill loses none. pino is loaded with the first line: the start does not wait for it. */
export function createLog(level: string): Log {
  let opened: Log | undefined;
  const log = (): Log => {
    opened ??= openLog(level);
    return opened;
  };
  return {
    info: (fields, message) => log().info(fields, message),
    warn: (fields, message) => log().warn(fields, message),
    error: (fields, message) => log().error(fields, message),
    debug: (fields, message) => log().debug(fields, message),
  };
}

function openLog(level: string): Log {
  const { pino }: typeof import('pino') = createRequire(import.meta.url)('pino');
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, pino.destination({ sync: true }));
}

/**
 * What may be said of an error: its name, code and status, and where in the code it arose. Its message is left out, for it may quote what a
 * person wrote or an address with a token in it.
 */
export function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, status } = error as { code?: unknown; status?: unknown };
  const frames = error.stack
    ?.split('\n')
    .filter(line => line.startsWith('    at '))
    .slice(0, 8)
    .map(line => line.trim().replace(/file:\/\/\S*?\/(?=(src|commands|node_modules)\/)/, ''));
  return { error: error.name, code, status, frames };
}
