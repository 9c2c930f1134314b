import { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import type { Discord } from '../../sandbox/discord/start.ts';

/** An interaction as it comes over the wire, with what these tests look at. */
export interface Wire {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly data: Record<string, unknown>;
  readonly [field: string]: unknown;
}

/** The smallest bot there can be: Discord.js' own drivers and one function. It stands in for the real one, so that the stand-in is tested alone. */
export async function startTinyBot(
  discord: Discord,
  handle: (interaction: Wire, rest: REST) => Promise<unknown>,
) {
  const rest = new REST({ version: '10', api: discord.environment.DISCORD_API_BASE_URL, retries: 0 });
  rest.setToken(discord.environment.DISCORD_TOKEN);
  const gateway = new WebSocketManager({ token: discord.environment.DISCORD_TOKEN, intents: 0, rest });
  const seen: Wire[] = [];
  const failures: unknown[] = [];
  gateway.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (data.t !== 'INTERACTION_CREATE') return;
    const interaction = data.d as unknown as Wire;
    seen.push(interaction);
    handle(interaction, rest).catch((error: unknown) => failures.push(error));
  });
  gateway.on(WebSocketShardEvents.Error, () => {});
  await gateway.connect();
  await discord.botConnected();
  return { rest, gateway, seen, failures, stop: () => gateway.destroy() };
}

/** Sends a first answer. */
export const answer = (rest: REST, { id, token }: Wire, type: number, data?: unknown) =>
  rest.post(`/interactions/${id}/${token}/callback`, { body: { type, data }, auth: false });
