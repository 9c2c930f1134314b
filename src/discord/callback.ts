import { setTimeout } from 'node:timers/promises';
import type { APIInteraction } from 'discord-api-types/v10';
import { Pool } from 'undici';
import type { Outcome } from '../interactions/outcome.ts';
import type { Log } from '../lib/log.ts';

/** Milliseconds after the interaction arrived until Discord gives up on it, less the way there. */
const patience = 2_800;
const attempts = 3;
/** Milliseconds for one attempt: a connection that says nothing leaves time for another. */
const attemptPatience = 900;
/** Discord's codes: already answered; the interaction is over. */
const answeredAlready = 40060;

export interface Callback {
  /** Sends the first answer; false where Discord refused it. Where nobody knows, what follows may still arrive. Failures are logged. Never rejects. */
  send(interaction: APIInteraction, outcome: Outcome): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * The first answer to an interaction, over a pool of its own: it needs no token and falls under no rate limit, and each microsecond is felt.
 * (The REST client's queues and headers cost a third of the whole way from event to answer; see bench/transport.ts.)
 */
export function createCallback(apiBaseUrl: string, log: Log): Callback {
  const { origin, pathname } = new URL(apiBaseUrl);
  const pool = new Pool(origin, {
    connections: 128,
    headersTimeout: attemptPatience,
    bodyTimeout: attemptPatience,
  });
  const base = `${pathname.replace(/\/$/, '')}/v10/interactions`;
  const headers = { 'content-type': 'application/json', 'user-agent': 'DiscordBot (trust-act-bot)' };

  async function attempt(
    path: string,
    body: string,
  ): Promise<{ status: number; code?: unknown; wait?: number }> {
    const response = await pool.request({ path, method: 'POST', headers, body });
    const { statusCode: status } = response;
    if (status < 400) {
      await response.body.dump();
      return { status };
    }
    const said = (await response.body.json().catch(() => undefined)) as
      | { code?: unknown; retry_after?: number }
      | undefined;
    return { status, code: said?.code, wait: (said?.retry_after ?? 0) * 1_000 };
  }

  return {
    async send(interaction, outcome) {
      const path = `${base}/${interaction.id}/${interaction.token}/callback`;
      const body = JSON.stringify(outcome.response);
      const until = Date.now() + patience;
      let failed = { status: 0, code: undefined as unknown };
      for (let count = 1; count <= attempts; count++) {
        // The address holds a token: of an error only its name is kept.
        const said = await attempt(path, body).catch((error: Error) => ({
          status: 0,
          code: error.name,
          wait: 0,
        }));
        if (said.status !== 0 && said.status < 400) return true;
        // An attempt whose reply was lost did arrive.
        if (said.code === answeredAlready) return true;
        failed = { status: said.status, code: said.code };
        const passing = said.status === 0 || said.status === 429 || said.status >= 500;
        const wait = Math.max(said.wait ?? 0, 100 * count);
        if (!passing || Date.now() + wait > until) break;
        await setTimeout(wait);
      }
      log.warn(failed, 'Discord did not take an answer');
      return failed.status === 0;
    },
    close: () => pool.destroy(),
  };
}
