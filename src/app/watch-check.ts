import type { Fault, Knowledge } from '../knowledge/content/entry.ts';
import { readWatchList } from '../news/sources/list.ts';

/** What is wrong with the watch list of a pack: only the sources know its shape. */
export function watchFaults({ watch }: Pick<Knowledge, 'watch'>): readonly Fault[] {
  const read = readWatchList(watch);
  return read.ok ? [] : read.faults;
}
