import { REST, Routes } from 'discord.js';
import { registration } from '../interactions/register.ts';
import type { DiscordConfig } from './config.ts';
import { folders } from './folders.ts';
import { loadCommands } from './load-commands.ts';
import { loadPack } from './load-pack.ts';

/** Tells Discord of the commands, everywhere or in one server; gives their names. Commands that are gone disappear. Throws `KnowledgeFaulty` for a faulty content pack. */
export async function deploy(config: DiscordConfig, guildId?: string): Promise<readonly string[]> {
  const { knowledge } = await loadPack(config.KNOWLEDGE_DIR);
  const commands = await loadCommands(folders.commands, knowledge.pack);
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
