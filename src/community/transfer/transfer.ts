import { StoreUnavailable } from '../../lib/unavailable.ts';
import type { SettingsService } from '../../settings/settings-service.ts';
import type { Store } from '../../storage/store.ts';
import { faqCollection, faqKey } from '../entries/entry.ts';
import type { EntryCache } from '../entries/entry-cache.ts';
import type { CommunityEntry } from '../entries/loaded-entries.ts';
import { fetchAttachment } from './fetch-attachment.ts';
import {
  type Applied,
  applyImport,
  type EntryFault,
  type ImportPlan,
  importCollection,
  importFaults,
  planImport,
} from './import.ts';
import { type ExportPart, exportPart, type FileFault, fileLimits, readTransfer } from './transfer-file.ts';

type DryRun =
  | { readonly done: true; readonly id: string; readonly plan: ImportPlan }
  | { readonly done: false; readonly reason: 'not-allowed' | 'too-big' | 'unreachable' }
  | { readonly done: false; readonly reason: 'faults'; readonly faults: readonly (FileFault | EntryFault)[] };

type ApplyOutcome =
  | { readonly done: true; readonly counts: Readonly<Record<Applied, number>> }
  /** `interrupted`: the storage went away after some entries were written. */
  | { readonly done: false; readonly reason: 'gone' | 'second' | 'faults' | 'interrupted' };

/** Moves a community's entries out into files and back. */
export interface Transfer {
  /** The file with the entries after the id `after`, in the order of their ids. */
  exportPart(guildId: string, after?: string): Promise<ExportPart>;
  /** Reads an attached file and tells what it would do; changes nothing. */
  dryRun(guildId: string, url: string, by: string): Promise<DryRun>;
  /** What a kept file would do now. */
  plan(guildId: string, id: string): Promise<ImportPlan | undefined>;
  /** Does it. Interrupted, it may be pressed again; twice, it changes nothing more. */
  apply(guildId: string, id: string, by: string): Promise<ApplyOutcome>;
  discard(guildId: string, id: string): Promise<void>;
  /** Forgets files whose day is over. */
  sweep(): Promise<number>;
}

interface Sources {
  readonly store: Store;
  readonly community: EntryCache;
  readonly settings: SettingsService;
  readonly fetch: typeof globalThis.fetch;
  readonly apiBaseUrl?: string | undefined;
  readonly now: () => Date;
  readonly newId: () => string;
}

const fetchTime = 10_000;
const importLife = 24 * 60 * 60 * 1_000;
const writesAtOnce = 8;

export function createTransfer(sources: Sources): Transfer {
  const { store, community, settings, now, newId } = sources;

  return {
    async exportPart(guildId, after = '') {
      const ids = (await community.all(guildId))
        .map(({ id }) => id)
        .filter(id => id > after)
        .sort();
      return exportPart(guildId, ids, id => store.read(faqCollection, faqKey(guildId, id)));
    },

    async dryRun(guildId, url, by) {
      const { fetch, apiBaseUrl } = sources;
      const fetched = await fetchAttachment(url, {
        fetch,
        apiBaseUrl,
        maxBytes: fileLimits.bytes,
        timeoutMs: fetchTime,
      });
      if (!fetched.ok) return { done: false, reason: fetched.reason };
      const file = readTransfer(fetched.bytes);
      if (!file.ok) return { done: false, reason: 'faults', faults: file.faults };
      const here = await community.all(guildId);
      const faults = await importFaults(file.entries, here);
      if (faults.length > 0) return { done: false, reason: 'faults', faults };
      const plan = planImport(file.entries, byId(here));
      const id = newId();
      const expires = new Date(now().getTime() + importLife).toISOString();
      await store.update(importCollection, faqKey(guildId, id), () => [
        { entries: [...file.entries], bases: plan.bases, by, expires },
        undefined,
      ]);
      return { done: true, id, plan };
    },

    async plan(guildId, id) {
      const kept = await store.read(importCollection, faqKey(guildId, id));
      return kept && planImport(kept.entries, byId(await community.all(guildId)));
    },

    async apply(guildId, id, by) {
      const kept = await store.read(importCollection, faqKey(guildId, id));
      if (!kept) return { done: false, reason: 'gone' };
      const { requireSecond } = await settings.fresh(guildId);
      if (requireSecond && kept.by === by) return { done: false, reason: 'second' };
      // Others may have taken a name since the dry run.
      if ((await importFaults(kept.entries, await community.all(guildId))).length > 0) {
        return { done: false, reason: 'faults' };
      }
      const counts = { added: 0, changed: 0, skipped: 0, already: 0, conflict: 0 };
      const waiting = kept.entries.values();
      const writer = async () => {
        for (const entry of waiting) {
          const act = { by, at: now().toISOString(), draft: id, base: kept.bases[entry.id] };
          const applied = await store.update(faqCollection, faqKey(guildId, entry.id), before =>
            applyImport(before, entry, act),
          );
          counts[applied]++;
          if (applied === 'added' || applied === 'changed') await community.refresh(guildId, entry.id);
        }
      };
      const ended = await Promise.allSettled(Array.from({ length: writesAtOnce }, writer));
      const failed = ended.find(({ status }) => status === 'rejected');
      if (failed?.status !== 'rejected') return { done: true, counts };
      if (counts.added + counts.changed > 0 && failed.reason instanceof StoreUnavailable) {
        return { done: false, reason: 'interrupted' };
      }
      throw failed.reason;
    },

    async discard(guildId, id) {
      await store.update(importCollection, faqKey(guildId, id), () => [undefined, undefined]);
    },

    async sweep() {
      const over = await store.due(importCollection, now());
      for (const id of over) await store.update(importCollection, id, () => [undefined, undefined]);
      return over.length;
    },
  };
}

const byId = (entries: readonly CommunityEntry[]) => new Map(entries.map(entry => [entry.id, entry]));
