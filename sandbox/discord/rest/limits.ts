import { refusal } from '../errors.ts';

/** How many requests Discord takes: `global` a second for the bot, `channel` new messages in five seconds for each channel. */
export interface Limits {
  readonly global: number;
  readonly channel: number;
}

/** Discord's own limits, as documented. */
export const discordLimits: Limits = { global: 50, channel: 5 };

/** Counts a request; gives the headers of its bucket, or refuses it with 429. */
export type Count = (method: string, path: string) => Record<string, string>;

const perChannel = /^\/channels\/(\d+)\/messages$/;

/** A counter for one bot. Windows are fixed, as Discord's are. `now` in milliseconds by the machine's clock. */
export function counter(limits: Limits, now: () => number): Count {
  const windows = new Map<string, { start: number; count: number }>();
  const take = (key: string, limit: number, length: number, scope: 'global' | 'user') => {
    const at = now();
    const known = windows.get(key);
    const window = known && at - known.start < length ? known : { start: at, count: 0 };
    windows.set(key, window);
    const resetAfter = (window.start + length - at) / 1000;
    if (window.count >= limit) throw refusal.tooFast(resetAfter, scope);
    window.count += 1;
    return { remaining: limit - window.count, resetAfter };
  };
  return (method, path) => {
    take('global', limits.global, 1000, 'global');
    const channel = method === 'POST' ? perChannel.exec(path)?.[1] : undefined;
    if (channel === undefined) return {};
    const { remaining, resetAfter } = take(channel, limits.channel, 5000, 'user');
    return {
      'x-ratelimit-limit': String(limits.channel),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(now() / 1000 + resetAfter),
      'x-ratelimit-reset-after': resetAfter.toFixed(3),
      'x-ratelimit-bucket': 'channel-messages',
    };
  };
}
