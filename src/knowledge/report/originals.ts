import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the content was written from lies beside the project, on the machines of those who write it. */
const research = fileURLToPath(new URL('../../../../shared/research/', import.meta.url));

/** The texts that the content must not copy, by name; empty where they are not at hand. */
export function readOriginals(): ReadonlyMap<string, string> {
  const names = existsSync(research) ? readdirSync(research).filter(name => /\.(txt|md)$/.test(name)) : [];
  return new Map(names.map(name => [name, readFileSync(path.join(research, name), 'utf8')]));
}
