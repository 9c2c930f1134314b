import { type ScheduledTask, schedule } from 'node-cron';
import { errorFields, type Log } from '../lib/log.ts';
import { within } from '../lib/timeout.ts';

/** Milliseconds that a stop waits for jobs under way. They are safe to run again, so one that hangs is left. */
const patience = 2_000;

/** Work that comes up every minute. It must be safe to run again after a failure. */
export interface Job {
  readonly name: string;
  run(now: Date): Promise<unknown>;
}

/** The jobs while they run. */
export interface Minute {
  /** Runs every job once now; for tests and the sandbox's moved clock. A job that is still running is left out. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs the jobs every minute, each by itself: one that fails or hangs holds up no other. */
export function startMinute(jobs: readonly Job[], now: () => Date, log: Log): Minute {
  const running = new Map<string, Promise<void>>();

  const runOne = (job: Job): Promise<void> => {
    const already = running.get(job.name);
    if (already) return already;
    const work = job
      .run(now())
      .catch(error => log.error({ job: job.name, ...errorFields(error) }, 'a job failed; it will run again'))
      .then(() => void running.delete(job.name));
    running.set(job.name, work);
    return work;
  };
  const tick = async () => {
    await Promise.all(jobs.map(runOne));
  };
  let task: ScheduledTask | undefined;
  // Setting up the cron costs 30 ms, which the first interactions need not wait for.
  const later = setTimeout(() => {
    task = schedule('* * * * *', () => void tick(), { name: 'minute' });
  }, 1_000);
  return {
    tick,
    async stop() {
      clearTimeout(later);
      await task?.destroy();
      await within(Promise.all(running.values()), patience);
    },
  };
}
