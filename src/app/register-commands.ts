import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REST, Routes } from 'discord.js';
import { registration } from '../interactions/register.ts';
import { packFile, readPack } from '../knowledge/content/pack.ts';
import { KnowledgeFaulty } from '../knowledge/errors.ts';
import type { DiscordConfig } from './config.ts';
import { folders } from './folders.ts';
import { loadCommands } from './load-commands.ts';

/** Tells Discord of the commands, everywhere or in one server; gives their names. Commands that are gone disappear. */
export async function deploy(config: DiscordConfig, guildId?: string): Promise<readonly string[]> {
  const read = readPack(readFileSync(path.join(config.KNOWLEDGE_DIR, packFile), 'utf8'));
  if (!read.ok)
    throw new KnowledgeFaulty(read.faults.map(({ file, reason }) => `${file}: ${reason}`).join('\n'));
  const commands = await loadCommands(folders.commands, read.pack);
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
