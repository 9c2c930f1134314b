import { existsSync } from 'node:fs';

/**
 * Adds the settings of `.env` in the current folder, where there is one, to the environment (what is set there already stays). Gives what is wrong
 * with it, in words for the operator: a container makes a folder of that name where the file to mount is missing.
 */
export function loadEnvFile(): string | undefined {
  if (!existsSync('.env')) return undefined;
  try {
    process.loadEnvFile('.env');
    return undefined;
  } catch {
    return '.env cannot be read. It must be a text file that the bot may read, not a folder; .env.example shows its form.';
  }
}
