import type { REST } from '@discordjs/rest';
import { type RESTGetAPICurrentUserGuildsResult, Routes } from 'discord-api-types/v10';

/** Servers of one page, Discord's maximum. */
const page = 200;

/** The ids of all servers the bot is in, read in pages. Rejects where a page cannot be read: half a list would look like departures. */
export async function listGuilds(rest: REST): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let after = '0'; ; ) {
    const query = new URLSearchParams({ limit: String(page), after });
    const guilds = (await rest.get(Routes.userGuilds(), { query })) as RESTGetAPICurrentUserGuildsResult;
    for (const { id } of guilds) ids.add(id);
    const last = guilds.at(-1);
    if (!last || guilds.length < page) return ids;
    after = last.id;
  }
}
