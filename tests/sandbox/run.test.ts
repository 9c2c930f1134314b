import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

/** Runs the sandbox as `npm run sandbox` does; collects what it prints. */
function sandbox(port: number) {
  const env = { ...process.env, PORT: String(port), NODE_OPTIONS: '' };
  const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], { env });
  child = started;
  let printed = '';
  let complained = '';
  started.stdout.on('data', chunk => {
    printed += chunk;
  });
  started.stderr.on('data', chunk => {
    complained += chunk;
  });
  return {
    ended: once(started, 'exit'),
    kill: () => started.kill('SIGINT'),
    printed: () => printed,
    complained: () => complained,
  };
}

test('its first line is the page’s address, and it stops on SIGINT', async () => {
  const run = sandbox(0);
  await expect.poll(() => run.printed() + run.complained(), { timeout: 20_000 }).toContain('\n');
  const address = /^Sandbox: (http:\/\/127\.0\.0\.1:\d+)\n/.exec(run.printed())?.[1];
  const page = await fetch(address ?? '');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  run.kill();
  expect(await run.ended).toEqual([0, null]);
  expect(run.complained()).toBe('');
});

test('it says at once, in one sentence, that the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const run = sandbox(port);
  expect((await run.ended)[0]).toBe(1);
  expect(run.complained()).toBe(
    `Port ${port} is taken: set PORT to another one, such as PORT=${port + 1} npm run sandbox.\n`,
  );
  expect(run.printed()).toBe('');
  other.close();
});
