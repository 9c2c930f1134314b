import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Command } from '../bot/command.ts';

/** Every command of a folder, by name. One a file, its default export; a file whose name is not its command's is a bug and throws. */
export async function loadCommands(folder: string): Promise<ReadonlyMap<string, Command>> {
  const files = readdirSync(folder).filter(file => file.endsWith('.ts'));
  const loaded = await Promise.all(
    files.map(async file => {
      const module: { default?: Command } = await import(pathToFileURL(`${folder}/${file}`).href);
      if (module.default?.name !== file.slice(0, -3)) {
        throw new Error(`commands/${file} must export a command named ${file.slice(0, -3)} as default`);
      }
      return [module.default.name, module.default] as const;
    }),
  );
  return new Map(loaded);
}
