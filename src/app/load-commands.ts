import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { topicCommand } from '../../commands/answers/topic-command.ts';
import type { Command } from '../../commands/services.ts';
import type { Pack } from '../knowledge/content/entry.ts';

/**
 * Every command by name: those of the content pack's topics, and those of a folder: `NAME.ts`, or `NAME/NAME.ts` where a command has files of its own. Each exports its command as default; a
 * file whose name is not its command's is a bug and throws. `services.ts`, and folders without a file of their name, hold what commands share.
 */
export async function loadCommands(folder: string, pack: Pack): Promise<ReadonlyMap<string, Command>> {
  const loaded = await Promise.all(
    commandFiles(folder).map(async ([name, file]) => {
      const module: { default?: Command } = await import(pathToFileURL(`${folder}/${file}`).href);
      if (module.default?.name !== name) {
        throw new Error(`commands/${file} must export a command named ${name} as default`);
      }
      return [name, module.default] as const;
    }),
  );
  const topics = pack.topics.flatMap(topic => topicCommand(topic) ?? []);
  // That none is called like another is a rule of the pack (name-faults.ts).
  return new Map([...loaded, ...topics.map(command => [command.name, command] as const)]);
}

/** The names of the commands in a folder, without loading them. */
export const commandNames = (folder: string): readonly string[] => commandFiles(folder).map(([name]) => name);

function commandFiles(folder: string): (readonly [name: string, file: string])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(item => {
    const name = item.name.replace(/\.ts$/, '');
    const file = item.isDirectory() ? `${name}/${name}.ts` : item.name;
    return name !== 'services' && existsSync(`${folder}/${file}`) ? [[name, file] as const] : [];
  });
}
