import type { Awaitable } from './types.ts';

/** What {@link within} gives where the time was over first. */
export const late = Symbol('late');

/** The result of `work`, or {@link late} after so many milliseconds; the work goes on. */
export async function within<T>(work: Awaitable<T>, milliseconds: number): Promise<T | typeof late> {
  // What comes from memory is there after a few microtasks; a timer for it would cost more than the answer.
  const first = await Promise.race([work, aMoment()]);
  return first === late ? byTimer(work, milliseconds) : first;
}

async function aMoment(): Promise<typeof late> {
  for (let count = 0; count < 8; count++) await undefined;
  return late;
}

async function byTimer<T>(work: Awaitable<T>, milliseconds: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const bell = new Promise<typeof late>(resolve => {
    timer = setTimeout(resolve, milliseconds, late);
  });
  try {
    return await Promise.race([work, bell]);
  } finally {
    clearTimeout(timer);
  }
}
