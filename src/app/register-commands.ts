import { REST, Routes } from 'discord.js';
import { registration } from '../interactions/register.ts';
import type { Pack } from '../knowledge/content/entry.ts';
import { noPack, readContentFiles } from '../knowledge/content/files.ts';
import { packFile, readPack } from '../knowledge/content/pack.ts';
import { KnowledgeFaulty } from '../knowledge/errors.ts';
import type { DiscordConfig } from './config.ts';
import { folders } from './folders.ts';
import { loadCommands, topicFaults } from './load-commands.ts';

/** Tells Discord of the commands, everywhere or in one server; gives their names. Commands that are gone disappear. Throws {@link KnowledgeFaulty}, and what the REST package throws. */
export async function deploy(config: DiscordConfig, guildId?: string): Promise<readonly string[]> {
  const pack = packIn(config.KNOWLEDGE_DIR);
  const commands = await loadCommands(folders.commands, pack);
  const body = registration(commands.values(), guildId === undefined ? 'global' : 'guild');
  const id = config.DISCORD_APPLICATION_ID;
  const route =
    guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
  const rest = new REST({ version: '10', api: config.DISCORD_API_BASE_URL }).setToken(
    config.DISCORD_TOKEN.reveal(),
  );
  await rest.put(route, { body });
  return body.map(one => one.name);
}

/** The pack of a folder; its entries are not needed here. Throws {@link KnowledgeFaulty}. */
function packIn(folder: string): Pack {
  const files = readContentFiles(folder);
  if (!files) throw new KnowledgeFaulty([noPack(folder)]);
  const read = readPack(files.get(packFile));
  const faults = read.ok ? topicFaults(folders.commands, read.pack) : read.faults;
  if (!read.ok || faults.length > 0) throw new KnowledgeFaulty(faults);
  return read.pack;
}
