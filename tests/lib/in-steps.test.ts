import { expect, test } from 'vitest';
import { atOnce, inSteps, type Steps } from '../../src/lib/in-steps.ts';

function* counting(done: string[]): Steps<number> {
  for (let step = 1; step <= 3; step++) {
    done.push(`step ${step}`);
    yield;
  }
  return done.length;
}

test('work in steps lets others have their turn in between; at once it does not', async () => {
  const done: string[] = [];
  const other = () => setImmediate(() => done.push('other'));
  other();
  expect(await inSteps(counting(done), 0)).toBe(4);
  expect(done).toEqual(['step 1', 'other', 'step 2', 'step 3']);
  done.length = 0;
  other();
  expect(atOnce(counting(done))).toBe(3);
});

test('what breaks in a step is told to who waits', async () => {
  function* broken(): Steps<void> {
    yield;
    throw new Error('broken');
  }
  await expect(inSteps(broken())).rejects.toThrow('broken');
});
