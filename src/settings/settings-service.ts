import { LRUCache } from 'lru-cache';
import { createPatience, type Patience } from '../lib/patience.ts';
import { DocumentUnreadable, type Store } from '../storage/store.ts';
import {
  changed,
  type GuildSettings,
  guildSettingsCollection,
  noSettings,
  type SettingsChange,
} from './guild-settings.ts';

/** A community's settings, for every command. */
export interface SettingsService {
  /**
   * The settings, from memory where they are at most a minute old (a change is seen at once, also another replica's). While the storage is away,
   * or says nothing: the last known ones, else none chosen, so that members' answers go on and nobody gains rights.
   */
  of(guildId: string): Promise<GuildSettings>;
  /** The settings as stored now; rejects while the storage is away. For decisions that publish something. */
  fresh(guildId: string): Promise<GuildSettings>;
  /** Changes them; the result is what holds now. Rejects while the storage is away. */
  change(guildId: string, change: SettingsChange): Promise<GuildSettings>;
  close(): void;
}

/** Milliseconds after which a value in memory is read again, in case a notice of the storage was lost. */
const knownFor = 60_000;
const knownGuilds = 2_500;

export interface SettingsDeps {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long `of` waits for the storage: it comes before every answer. */
  readonly patience?: Patience | undefined;
}

/** Settings kept in `store`, and in memory those of at most 2,500 communities. */
export function createSettings({ store, now, patience = createPatience() }: SettingsDeps): SettingsService {
  const known = new LRUCache<string, { settings: GuildSettings; at: number; stale: boolean }>({
    max: knownGuilds,
  });
  /** Counts changes, so that a read which a change overtook is not remembered as fresh. */
  let changes = 0;

  const remember = (guildId: string, settings: GuildSettings, stale: boolean) => {
    known.set(guildId, { settings, at: now(), stale });
  };

  const unwatch = store.watch(
    key => {
      if (!key.startsWith('guild:')) return;
      changes++;
      const one = known.get(key.slice('guild:'.length));
      if (one) one.stale = true;
    },
    () => {
      changes++;
      for (const one of known.values()) one.stale = true;
    },
  );

  const fresh = async (guildId: string) => {
    const before = changes;
    const settings = (await store.read(guildSettingsCollection, guildId)) ?? noSettings;
    remember(guildId, settings, changes !== before);
    return settings;
  };

  /** Reads under way, so that many answers at once ask the storage once. */
  const reading = new Map<string, Promise<GuildSettings>>();
  const read = (guildId: string): Promise<GuildSettings> => {
    const known = reading.get(guildId);
    if (known) return known;
    const work = fresh(guildId).finally(() => reading.delete(guildId));
    reading.set(guildId, work);
    return work;
  };

  return {
    async of(guildId) {
      const before = known.get(guildId);
      if (before && !before.stale && now() - before.at < knownFor) return before.settings;
      const otherwise = before?.settings ?? noSettings;
      return await patience(() => read(guildId).catch(unlessUnreadable(otherwise)), otherwise);
    },
    fresh,
    async change(guildId, change) {
      const settings = await store.update(guildSettingsCollection, guildId, document => {
        const before = document ?? noSettings;
        const next = changed(before, change);
        return [next === before ? document : next, next];
      });
      changes++;
      remember(guildId, settings, true);
      return settings;
    },
    close: unwatch,
  };
}

/** What another version of the bot wrote is for the commands that change it to complain of. */
const unlessUnreadable =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (error instanceof DocumentUnreadable) return otherwise;
    throw error;
  };
