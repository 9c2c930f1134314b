import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A process that edits the documents at a location; see storage-writer.ts. */
export interface Writer {
  readonly process: ChildProcess;
  /** Resolves with the first line it says. Rejects when it ends before. */
  readonly begun: Promise<void>;
  /** Resolves when it has ended and everything it said was heard. Rejects when it ended by itself with a fault. */
  readonly ended: Promise<void>;
}

export function startWriter(
  location: string,
  name: string,
  onLine: (line: string) => void,
  edits?: number,
): Writer {
  const script = path.join(import.meta.dirname, 'storage-writer.ts');
  const args = [script, location, name, ...(edits === undefined ? [] : [String(edits)])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let partial = '';
  const begun = Promise.withResolvers<void>();
  begun.promise.catch(() => undefined);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${partial}${text}`.split('\n');
    // A line without its end may be cut short by a kill: it says nothing.
    partial = lines.pop() ?? '';
    for (const line of lines) onLine(line);
    if (lines.length > 0) begun.resolve();
  });
  const ended = once(child, 'close').then(([code, signal]) => {
    const fault = new Error(`a writer ended with ${signal ?? code}`);
    begun.reject(fault);
    if (signal !== 'SIGKILL' && code !== 0) throw fault;
  });
  ended.catch(() => undefined);
  return { process: child, begun: begun.promise, ended };
}
