import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { topicCommand } from '../../commands/answers/topic-command.ts';
import type { Command } from '../../commands/services.ts';
import type { Fault, Pack } from '../knowledge/content/entry.ts';
import { packFile } from '../knowledge/content/pack.ts';

/**
 * Every command by name: those of a folder (`NAME.ts`, or `NAME/NAME.ts` where a command has files of its own), and those of the content pack's
 * topics, which {@link topicFaults} has checked. Each file exports its command as default; one whose name is not its command's is a bug and throws. `services.ts`, and folders without a file of their name, hold what commands share.
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
  const commands = new Map(loaded);
  for (const topic of pack.topics) {
    const command = topicCommand(topic);
    if (!command) continue;
    commands.set(topic.id, command);
  }
  return commands;
}

/** Topics of a pack that would take the place of a command of the folder. */
export function topicFaults(folder: string, { topics }: Pick<Pack, 'topics'>): readonly Fault[] {
  const taken = new Set(commandFiles(folder).map(([name]) => name));
  return topics
    .filter(({ id, command }) => command && taken.has(id))
    .map(({ id }) => ({
      file: packFile,
      reason: `the topic ${id} has the name of a command of the bot: call it otherwise`,
    }));
}

function commandFiles(folder: string): (readonly [name: string, file: string])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(item => {
    const name = item.name.replace(/\.ts$/, '');
    const file = item.isDirectory() ? `${name}/${name}.ts` : item.name;
    return name !== 'services' && existsSync(`${folder}/${file}`) ? [[name, file] as const] : [];
  });
}
