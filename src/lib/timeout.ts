import type { Awaitable } from './types.ts';

/** What {@link withTimeout} gives where the time was over first. */
export const timedOut = Symbol('timed out');

/** Milliseconds that a person who types waits for better choices; then simpler ones are shown. */
export const typingPatience = 300;

/** The result of `work`, or {@link timedOut} after so many milliseconds; the work goes on. */
export async function withTimeout<T>(work: Awaitable<T>, milliseconds: number): Promise<T | typeof timedOut> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<typeof timedOut>(resolve => {
    timer = setTimeout(resolve, milliseconds, timedOut);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
