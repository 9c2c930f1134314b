import type { REST } from '@discordjs/rest';
import {
  type APIMessage,
  type APIThreadChannel,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import type { Log } from '../lib/log.ts';
import { render } from '../messaging/render.ts';
import type { ReviewChannel } from '../messaging/review-channel.ts';

/** Discord: the channel is unknown; the message is; it has a thread already. */
const unknownChannel = 10003;
const threadExists = 160004;

/** Posts to a community's moderators: into its review channel, or a thread there. Never rejects for what Discord says. */
export function createReviewChannel(rest: REST, log: Log): ReviewChannel {
  return {
    async post({ channelId, threadId, threadName, reply }) {
      try {
        const body = render({ ...reply, visibility: 'channel' }, reply.language);
        const route = Routes.channelMessages(threadId ?? channelId);
        const message = (await rest.post(route, { body })) as APIMessage;
        if (threadName === undefined) return { done: true };
        const opened = await openThread(channelId, message.id, threadName);
        return { done: true, ...(opened && { threadId: opened }) };
      } catch (error) {
        return { done: false, reason: reasonOf(error) };
      }
    },
  };

  async function openThread(channelId: string, messageId: string, name: string): Promise<string | undefined> {
    try {
      const body = { name, auto_archive_duration: ThreadAutoArchiveDuration.OneWeek };
      const thread = (await rest.post(Routes.threads(channelId, messageId), { body })) as APIThreadChannel;
      return thread.id;
    } catch (error) {
      // A thread has the id of the message it hangs on; a lost reply does not make a second one.
      if ((error as { code?: unknown }).code === threadExists) return messageId;
      // The message is there; to post it again for want of a thread would say it twice.
      reasonOf(error);
      return undefined;
    }
  }

  function reasonOf(error: unknown): 'gone' | 'forbidden' | 'failed' {
    const { code, status, name } = error as { code?: unknown; status?: unknown; name?: string };
    log.warn({ code, status, error: name }, 'the moderators’ channel did not take a message');
    if (code === unknownChannel || status === 404) return 'gone';
    return status === 403 ? 'forbidden' : 'failed';
  }
}
