import type { Stored } from '../document.ts';

/** A row of `documents`. */
export interface Row {
  readonly key: string;
  readonly version: number;
  readonly due_at: Date | null;
  readonly body: unknown;
}

/** The columns of a {@link Row}. */
export const columns = 'key, version, due_at, body';

/** A row as a document. */
export const storedOf = ({ key, version, due_at, body }: Row): Stored => ({
  key,
  version,
  ...(due_at && { dueAt: due_at.toISOString() }),
  body,
});

/** The columns and their types, for rows sent as JSON. */
export const typedColumns = 'key text, version integer, due_at timestamptz, body jsonb';

/** A document as an object with those columns. */
export const rowOf = ({ key, version, dueAt, body }: Stored) => ({
  key,
  version,
  due_at: dueAt ?? null,
  body,
});
