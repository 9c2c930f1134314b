import type { Source } from '../model/source.ts';
import { ca7 } from './ca7.ts';
import { courtlistener } from './courtlistener.ts';
import { doj } from './doj.ts';
import { federalRegister } from './federal-register.ts';
import { grantsGov } from './grants-gov.ts';
import { ilga } from './ilga.ts';
import type { Origins, SourceId, WatchList } from './list.ts';

const makers: Readonly<Record<SourceId, (list: WatchList, origin?: string) => Source>> = {
  courtlistener,
  ca7,
  'federal-register': federalRegister,
  'grants-gov': grantsGov,
  ilga,
  doj,
};

/** The named sources with their feeds from the watch list, each on its own origin or on the one that replaces it. */
export function createSources(
  list: WatchList,
  ids: readonly SourceId[],
  origins: Origins,
): readonly Source[] {
  return ids.map(id => makers[id](list, origins[id]));
}
