import { late, within } from '../lib/timeout.ts';
import { StoreUnavailable } from '../lib/unavailable.ts';
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

/** Milliseconds after which a remembered value is read again, in case a notice of the storage was lost. */
const rememberedFor = 60_000;
const rememberedGuilds = 2_500;

export interface SettingsSources {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds that `of` waits for the storage. It comes before every answer, of which the first must be there in three seconds; default 700. */
  readonly patience?: number | undefined;
}

/** Settings kept in `store`, remembered for at most 2,500 communities. */
export function createSettings({ store, now, patience = 700 }: SettingsSources): SettingsService {
  const remembered = new Map<string, { settings: GuildSettings; at: number; stale: boolean }>();
  /** Counts changes, so that a read which a change overtook is not remembered as fresh. */
  let changes = 0;

  const remember = (guildId: string, settings: GuildSettings, stale: boolean) => {
    remembered.delete(guildId);
    remembered.set(guildId, { settings, at: now(), stale });
    const oldest = remembered.keys().next();
    if (remembered.size > rememberedGuilds && !oldest.done) remembered.delete(oldest.value);
  };

  const unwatch = store.watch(
    key => {
      if (!key.startsWith('guild:')) return;
      changes++;
      const known = remembered.get(key.slice('guild:'.length));
      if (known) known.stale = true;
    },
    () => {
      changes++;
      for (const known of remembered.values()) known.stale = true;
    },
  );

  const fresh = async (guildId: string) => {
    const before = changes;
    const settings = (await store.read(guildSettingsCollection, guildId)) ?? noSettings;
    remember(guildId, settings, changes !== before);
    return settings;
  };

  return {
    async of(guildId) {
      const known = remembered.get(guildId);
      if (known && !known.stale && now() - known.at < rememberedFor) return known.settings;
      const otherwise = known?.settings ?? noSettings;
      try {
        const read = await within(fresh(guildId), patience);
        return read === late ? otherwise : read;
      } catch (error) {
        // What another version of the bot wrote is for the commands that change it to complain of.
        if (error instanceof StoreUnavailable || error instanceof DocumentUnreadable) return otherwise;
        throw error;
      }
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
