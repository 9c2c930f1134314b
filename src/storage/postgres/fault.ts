import { DatabaseError } from 'pg';
import { StoreUnavailable } from '../../lib/unavailable.ts';

/** What the database, or the way to it, answered instead of a result. The cause is what the driver threw. */
export class DatabaseFault extends Error {
  override name = 'DatabaseFault';
}

/**
 * SQLSTATE classes that pass by themselves (https://www.postgresql.org/docs/current/errcodes-appendix.html): 08 connection, 40 serialization
 * and deadlock, 53 resources, 57 shutdown and time limits, 58 the server's own disk; 55P03 lock time-out, 25006 a standby before it takes over.
 */
const passing = /^(?:08|40|53|57|58|55P03|25006)/;

/** True where trying again may help: the connection broke (the driver then gives no SQLSTATE), or the server says so. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof DatabaseFault)) return false;
  const code = sqlState(error);
  return code === undefined || passing.test(code);
}

/** The fault as the store's error for whoever asked; other errors as they are. */
export function unavailable(error: unknown): unknown {
  return error instanceof DatabaseFault ? new StoreUnavailable(explain(error), { cause: error }) : error;
}

/** Runs calls of the driver; what it throws is a {@link DatabaseFault}. */
export async function faulting<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof DatabaseFault || cause instanceof StoreUnavailable) throw cause;
    throw new DatabaseFault('the database refused', { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  '28P01': 'the database refuses the user or password of DATABASE_URL',
  '28000': 'the database refuses the user of DATABASE_URL, or asks for TLS (?sslmode=require)',
  '3D000': 'the database that DATABASE_URL names does not exist',
  '42501': 'the user of DATABASE_URL may not use its tables',
};

function explain(fault: DatabaseFault): string {
  const code = sqlState(fault) ?? systemCode(fault);
  const reason = code === undefined ? undefined : reasons[code];
  return reason ?? `the database of DATABASE_URL does not answer${code === undefined ? '' : ` (${code})`}`;
}

function sqlState({ cause }: DatabaseFault): string | undefined {
  return cause instanceof DatabaseError ? cause.code : undefined;
}

/** `ECONNREFUSED` and the like. */
function systemCode({ cause }: DatabaseFault): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
