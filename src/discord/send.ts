import { setTimeout } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import { type APIInteraction, Routes } from 'discord-api-types/v10';
import type { Later } from '../bot/outcome.ts';
import type { Log } from '../log.ts';

/** Discord's code where it does not (yet) know the interaction's webhook. */
const unknownWebhook = 10015;

/** Sends what follows a deferral. Failures are logged without address (it holds a token) and never thrown: the person can ask again. */
export function createSender(rest: REST, applicationId: string, log: Log) {
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
