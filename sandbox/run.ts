import { stopOnSignal } from '../src/app/stop-on-signal.ts';
import { createLog } from '../src/lib/log.ts';
import { startSandbox } from './start.ts';

const usualPort = 3000;

/** `npm run sandbox`: prints the page's address, or in one sentence why there is none; stops on SIGINT and SIGTERM. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const port = Number(env.PORT || usualPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return fail('PORT must be a number from 0 to 65535.');
  try {
    const { SOURCES } = env;
    const KNOWLEDGE_DIR = env.KNOWLEDGE_DIR?.trim();
    const sandbox = await startSandbox({
      port,
      log: createLog(env.LOG_LEVEL || 'warn'),
      env: { ...(SOURCES && { SOURCES }), ...(KNOWLEDGE_DIR && { KNOWLEDGE_DIR }) },
    });
    console.log(`Sandbox: ${sandbox.address}`);
    console.log(`Open it in a browser and type /${sandbox.first}. Ctrl+C stops it; nothing is kept.`);
    stopOnSignal(sandbox.stop);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    fail(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken: set PORT to another one, such as PORT=${port + 1} npm run sandbox.`
        : `The sandbox could not start: ${message}`,
    );
  }
}

function fail(message: string): void {
  console.error(message);
  process.exit(1);
}
