import type { ScheduledTask } from 'node-cron';
import { errorFields, type Log } from '../lib/log.ts';
import { withTimeout } from '../lib/timeout.ts';

/** Milliseconds that a stop waits for jobs under way. They are safe to run again, so one that hangs is left. */
const patience = 2_000;

/** Work that comes up again and again. It must be safe to run again after a failure. */
export interface Job {
  readonly name: string;
  /** `day`: once a UTC day, at the first minute after the start and after midnight; at the next minute again where it failed. */
  readonly every: 'minute' | 'day';
  run(now: Date): Promise<unknown>;
}

/** The jobs while they run. */
export interface Scheduler {
  /** Runs what is due now; for tests and the sandbox's moved clock. A job that is still running is left out. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs the jobs, each by itself: one that fails or hangs holds up no other. */
export function startScheduler(jobs: readonly Job[], now: () => Date, log: Log): Scheduler {
  const running = new Map<string, Promise<void>>();
  /** The day on which each daily job was done last. */
  const doneOn = new Map<string, string>();

  const runOne = (job: Job): Promise<void> => {
    const already = running.get(job.name);
    if (already) return already;
    const at = now();
    const day = at.toISOString().slice(0, 10);
    if (job.every === 'day' && doneOn.get(job.name) === day) return Promise.resolve();
    const work = job
      .run(at)
      .then(() => void doneOn.set(job.name, day))
      .catch(error => log.error({ job: job.name, ...errorFields(error) }, 'a job failed; it will run again'))
      .then(() => void running.delete(job.name));
    running.set(job.name, work);
    return work;
  };
  const tick = async () => {
    await Promise.all(jobs.map(runOne));
  };
  let task: ScheduledTask | undefined;
  let stopped = false;
  // Loading the cron and setting it up costs 50 ms, which the first interactions need not wait for.
  const later = setTimeout(async () => {
    const { schedule } = await import('node-cron');
    if (!stopped) task = schedule('* * * * *', () => void tick(), { name: 'jobs' });
  }, 1_000);
  return {
    tick,
    async stop() {
      stopped = true;
      clearTimeout(later);
      await task?.destroy();
      await withTimeout(Promise.all(running.values()), patience);
    },
  };
}
