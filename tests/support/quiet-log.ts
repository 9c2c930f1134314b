import type { Log } from '../../src/lib/log.ts';

const say = () => undefined;

/** A log nobody reads. */
export const quiet: Log = { debug: say, info: say, warn: say, error: say };
