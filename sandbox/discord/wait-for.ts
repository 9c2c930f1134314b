import type { World } from './world.ts';

/** Resolves with the first thing `look` finds, looking again after each change; rejects after `patience` milliseconds. */
export function waitFor<T>(
  world: World,
  look: () => T | undefined,
  patience: number,
  what: string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      world.changed.off('change', check);
      clearTimeout(timer);
    };
    const check = () => {
      const found = look();
      if (found === undefined) return;
      stop();
      resolve(found);
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Discord's stand-in waited ${patience} ms in vain for ${what}.`));
    }, patience);
    world.changed.on('change', check);
    check();
  });
}
