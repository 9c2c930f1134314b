import { DefaultRestOptions, DiscordAPIError, RateLimitError, REST } from '@discordjs/rest';
import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  Routes,
} from 'discord-api-types/v10';
import type { Log } from '../lib/log.ts';
import { type Channels, type Failure, historyPage, type Result } from '../messaging/channels.ts';
import { permissionsIn } from './permissions.ts';
import { discordPace } from './rate-limiter.ts';

export interface ChannelsOptions {
  readonly token: string;
  /** Discord's API, or a stand-in's, without version. */
  readonly api: string;
  readonly log: Log;
  /** Milliseconds for one request; default 15,000. */
  readonly timeout?: number;
}

/**
 * Channels over Discord's REST API. It keeps below Discord's 50 requests a second by itself, waits for no rate limit (it says `later` instead) and
 * repeats nothing.
 */
export function createChannels({ token, api, log, timeout = 15_000 }: ChannelsOptions): Channels {
  const pace = discordPace();
  const rest = new REST({
    version: '10',
    api,
    timeout,
    retries: 0,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    async makeRequest(url, init) {
      await pace(init.signal ?? undefined);
      return DefaultRestOptions.makeRequest(url, init);
    },
  }).setToken(token);
  let self: Promise<string> | undefined;

  /** The bot's own id, asked for once. */
  const ownId = (signal: AbortSignal): Promise<string> => {
    self ??= rest.get(Routes.user(), { signal }).then(user => (user as APIUser).id);
    self.catch(() => {
      self = undefined;
    });
    return self;
  };

  async function asked<T>(what: string, work: () => Promise<T>): Promise<Result<T>> {
    try {
      return { ok: true, ...(await work()) };
    } catch (error) {
      const failure = failureOf(error);
      // The library forgets the token after a 401, which Discord also answers by mistake.
      if (error instanceof DiscordAPIError && error.status === 401) rest.setToken(token);
      log.warn(
        { what, ...failure, error: error instanceof Error ? error.name : typeof error },
        'Discord failed',
      );
      return failure;
    }
  }

  return {
    send: (channelId, message, nonce, signal) =>
      asked('send', async () => {
        const body = { ...message, nonce, enforce_nonce: true };
        const sent = (await rest.post(Routes.channelMessages(channelId), { body, signal })) as APIMessage;
        return { messageId: sent.id };
      }),

    edit: (channelId, messageId, message, signal) =>
      asked('edit', async () => {
        await rest.patch(Routes.channelMessage(channelId, messageId), { body: message, signal });
        return {};
      }),

    publish: (channelId, messageId, signal) =>
      asked('publish', async () => {
        await rest.post(Routes.channelMessageCrosspost(channelId, messageId), { signal });
        return {};
      }),

    history: (channelId, after, signal) =>
      asked('history', async () => {
        const own = await ownId(signal);
        const query = new URLSearchParams({ after, limit: String(historyPage) });
        const page = (await rest.get(Routes.channelMessages(channelId), { query, signal })) as APIMessage[];
        const messages = page.map(({ id, author, content, components }) => ({
          id,
          own: author.id === own,
          content,
          customIds: [...customIdsOf(components)],
        }));
        return { messages: messages.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)) };
      }),

    access: (guildId, channelId, signal) =>
      asked('access', async () => {
        const own = await ownId(signal);
        const [channel, roles, member] = await Promise.all([
          rest.get(Routes.channel(channelId), { signal }) as Promise<APIChannel>,
          rest.get(Routes.guildRoles(guildId), { signal }) as Promise<APIRole[]>,
          rest.get(Routes.guildMember(guildId, own), { signal }) as Promise<APIGuildMember>,
        ]);
        const overwrites = overwritesOf(channel) ?? overwritesOf(await parentOf(channel, signal)) ?? [];
        return {
          type: channel.type,
          permissions: permissionsIn(guildId, roles, { id: own, roles: member.roles }, overwrites),
          guarded: new Set(roles.filter(role => !role.mentionable).map(({ id }) => id)),
        };
      }),
  };

  /** A thread has no overwrites of its own: its parent's count. */
  async function parentOf(channel: APIChannel, signal: AbortSignal): Promise<APIChannel | undefined> {
    const parent = 'parent_id' in channel ? channel.parent_id : undefined;
    return parent ? ((await rest.get(Routes.channel(parent), { signal })) as APIChannel) : undefined;
  }
}

const overwritesOf = (channel: APIChannel | undefined): readonly APIOverwrite[] | undefined =>
  channel && 'permission_overwrites' in channel ? channel.permission_overwrites : undefined;

function* customIdsOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* customIdsOf(item);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'custom_id' && typeof item === 'string') yield item;
      else yield* customIdsOf(item);
    }
  }
}

/** What a request's end says about what Discord did. Only an answer of Discord's own says that nothing was done. */
function failureOf(error: unknown): Failure {
  if (error instanceof RateLimitError) return { ok: false, why: 'later', retryAfter: error.retryAfter };
  if (error instanceof DiscordAPIError && error.status !== 401 && error.status !== 408) {
    return { ok: false, why: 'refused', status: error.status, code: Number(error.code) || 0 };
  }
  return { ok: false, why: 'unknown' };
}
