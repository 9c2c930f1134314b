import { parseArgs } from 'node:util';
import { explainFaults, readDiscordConfig } from '../app/config.ts';
import { loadEnvFile } from '../app/env-file.ts';
import { loadPack } from '../app/load-pack.ts';
import { deploy } from '../app/register-commands.ts';
import { KnowledgeFaulty } from '../knowledge/errors.ts';

// `npm run deploy [-- --guild ID]`: registers the commands everywhere, or in one server.
const fault = loadEnvFile();
const read = readDiscordConfig(process.env);
const guild = guildOf(process.argv.slice(2));
if (fault || !read.ok || guild === false) {
  const usage = 'Usage: npm run deploy [-- --guild ID], where ID is 15 to 20 digits.';
  console.error(fault ?? (read.ok ? usage : explainFaults(read.faults)));
  process.exitCode = 1;
} else {
  try {
    const { knowledge } = await loadPack(read.config.KNOWLEDGE_DIR);
    const names = await deploy(read.config, knowledge.pack, guild);
    console.log(
      `Registered ${names.length} commands${guild ? ` in server ${guild}` : ''}: ${names.join(', ')}`,
    );
  } catch (error) {
    const { status, code } = error as { status?: unknown; code?: unknown };
    const refused = `Discord did not take the commands (status ${status ?? 'none'}, code ${code ?? 'none'}).`;
    console.error(error instanceof KnowledgeFaulty ? error.message : refused);
    process.exitCode = 1;
  }
}

/** The server named, undefined for everywhere, false where the arguments are off. */
function guildOf(given: readonly string[]): string | undefined | false {
  try {
    const { values } = parseArgs({ args: [...given], options: { guild: { type: 'string' } } });
    return values.guild === undefined || /^\d{15,20}$/.test(values.guild) ? values.guild : false;
  } catch {
    return false;
  }
}
