import { setTimeout } from 'node:timers/promises';
import { REST } from '@discordjs/rest';
import { type APIInteraction, Routes } from 'discord-api-types/v10';
import type { Later } from '../interactions/outcome.ts';
import type { Log } from '../lib/log.ts';

/** Discord's code where it does not (yet) know the interaction's webhook. */
const unknownWebhook = 10015;

/** Milliseconds for one attempt, without a file and with one. */
const patience = { plain: 3_000, file: 30_000 };

/** Sends what follows a deferral. Failures are logged without address (it holds a token) and never thrown: the person can ask again. */
export function createSender(api: string, applicationId: string, log: Log) {
  // Answers to interactions are outside the bot's 50 requests a second: no digest may hold them up.
  const options = { version: '10', api, globalRequestsPerSecond: Number.POSITIVE_INFINITY };
  const plain = new REST({ ...options, timeout: patience.plain });
  const withFile = new REST({ ...options, timeout: patience.file });

  const attempt = async (what: string, work: () => Promise<unknown>, tries = 1): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      const { code, status, name } = error as { code?: unknown; status?: unknown; name?: string };
      if (code === unknownWebhook && tries > 1) {
        await setTimeout(400);
        return attempt(what, work, tries - 1);
      }
      log.warn({ what, error: name, code, status }, 'Discord did not take an answer');
      return false;
    }
  };

  /** What comes after a deferral. */
  async function later(interaction: APIInteraction, awaited: Promise<Later>): Promise<boolean> {
    const { how, body, files } = await awaited;
    const original = Routes.webhookMessage(applicationId, interaction.token, '@original');
    const attachments = files?.map(file => ({ name: file.name, data: Buffer.from(file.content) }));
    const rest = attachments ? withFile : plain;
    const request = { body, auth: false, ...(attachments && { files: attachments }) };
    if (how === 'replace') await attempt('delete', () => rest.delete(original, { auth: false }));
    return attempt(
      how,
      () =>
        how === 'edit'
          ? rest.patch(original, request)
          : rest.post(Routes.webhook(applicationId, interaction.token), request),
      // Over HTTP an edit can overtake the response that it edits.
      4,
    );
  }

  return { later };
}

export type Sender = ReturnType<typeof createSender>;
