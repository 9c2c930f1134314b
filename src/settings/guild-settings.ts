import { z } from 'zod';
import { languages } from '../i18n/languages.ts';
import { snowflake } from '../lib/ids.ts';
import type { Collection } from '../storage/store.ts';

const guildSettings = z.strictObject({
  /** The community's own language; absent: not chosen. */
  language: z.enum(languages).optional(),
  /** Members with this role may curate, besides those with Manage Messages. */
  curatorsRole: snowflake.optional(),
  /** The channel where reports, drafts and news wait for moderators. */
  reviewChannel: snowflake.optional(),
  /** A second moderator must publish. */
  requireSecond: z.boolean().default(false),
});

/** What a community's managers have chosen. */
export type GuildSettings = Readonly<z.infer<typeof guildSettings>>;

/** One document a community: `guild:ID`. */
export const guildSettingsCollection: Collection<GuildSettings> = { name: 'guild', schema: guildSettings };

/** The settings of a community that has chosen nothing. */
export const noSettings: GuildSettings = { requireSecond: false };

/** Choices to change; an undefined value takes the choice back. */
export type SettingsChange = { readonly [K in keyof GuildSettings]?: GuildSettings[K] | undefined };

/** Settings with a change applied; the same object where nothing changes. */
export function changed(settings: GuildSettings, change: SettingsChange): GuildSettings {
  const merged = { ...settings, ...change };
  const next: GuildSettings = {
    requireSecond: merged.requireSecond ?? false,
    ...(merged.language && { language: merged.language }),
    ...(merged.curatorsRole && { curatorsRole: merged.curatorsRole }),
    ...(merged.reviewChannel && { reviewChannel: merged.reviewChannel }),
  };
  const keys = ['language', 'curatorsRole', 'reviewChannel', 'requireSecond'] as const;
  return keys.every(key => next[key] === settings[key]) ? settings : next;
}
