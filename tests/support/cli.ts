import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs a file of the project as an operator does, with these settings and no others; gives its exit code and all it printed. */
export async function runCli(
  file: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  // A folder without a `.env`.
  const options = { cwd: import.meta.dirname, env: { PATH: process.env.PATH, ...env } };
  const child = spawn(process.execPath, [path.join(root, file)], options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk;
    });
  }
  const [code] = await once(child, 'close');
  return { code, output };
}
