import { StoreUnavailable } from '../../lib/unavailable.ts';

/** A file that does not hold what was written to it. */
export class Damaged extends Error {
  override name = 'Damaged';
}

/** The system's code of an error (`ENOSPC`), undefined where it has none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What a disk refused, as the store's error with what to do; what the store itself says of a document stays as it is. */
export function unavailable(error: unknown, folder: string): Error {
  if (error instanceof StoreUnavailable || error instanceof Damaged) return error;
  const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined);
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new StoreUnavailable(
    full
      ? `the disk that holds ${folder} is full`
      : `${folder} cannot be used${code === undefined ? '' : ` (${code})`}`,
    { cause: error },
  );
}
