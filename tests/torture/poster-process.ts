import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** What a poster is told to do. */
export interface Order {
  readonly n: number;
  readonly kind: 'time' | 'follow' | 'approve' | 'resume' | 'settled';
  readonly value: string;
}

/** A poster process. */
export interface Poster {
  /** Resolves with the result; with undefined when the process ended before it said so. Rejects with what the process could not do. */
  order(kind: Order['kind'], value?: string): Promise<unknown>;
  kill(): void;
  readonly ended: Promise<void>;
}

interface Said {
  readonly n: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** Starts one; resolves when it works. */
export async function startPoster(args: readonly string[]): Promise<Poster> {
  const script = path.join(import.meta.dirname, 'poster.ts');
  const child: ChildProcess = fork(script, [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, (said: Said | undefined) => void>();
  let last = 0;
  let over = false;
  const ended = once(child, 'exit').then(([code, signal]) => {
    over = true;
    for (const tell of waiting.values()) tell(undefined);
    if (signal !== 'SIGKILL') throw new Error(`a poster ended with ${signal ?? code}`);
  });
  ended.catch(() => undefined);
  const heard = (n: number) => new Promise<Said | undefined>(resolve => waiting.set(n, resolve));
  child.on('message', (said: Said) => waiting.get(said.n)?.(said));
  const begun = await heard(0);
  if (!begun) await ended;
  return {
    async order(kind, value = '') {
      if (over) return undefined;
      const n = ++last;
      const answer = heard(n);
      child.send({ n, kind, value } satisfies Order, () => undefined);
      const said = await answer;
      if (said?.error) throw new Error(`${kind}: ${said.error}`);
      return said?.result;
    },
    kill: () => void child.kill('SIGKILL'),
    ended,
  };
}
