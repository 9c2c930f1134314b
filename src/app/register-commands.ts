import { REST, Routes } from 'discord.js';
import { registration } from '../interactions/register.ts';
import type { Pack } from '../knowledge/content/entry.ts';
import type { DiscordConfig } from './config.ts';
import { folders } from './folders.ts';
import { loadCommands } from './load-commands.ts';

/** Tells Discord of the commands, those of the content pack among them, everywhere or in one server; gives their names. Commands that are gone disappear. */
export async function deploy(
  config: DiscordConfig,
  pack: Pack,
  guildId?: string,
): Promise<readonly string[]> {
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
