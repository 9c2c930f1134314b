/** A change that comes up again and again, and the files it touches besides tests. `before` is the count of the tree before this one. */
export interface Change {
  readonly name: string;
  readonly before: number;
  readonly files: readonly string[];
}

export const changes: readonly Change[] = [];
