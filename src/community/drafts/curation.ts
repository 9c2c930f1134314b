import { type FaqEntry, faqCollection, faqKey, latest } from '../entries/entry.ts';
import { beforeRemoval, type Removed, type Restored, remove, restore } from '../entries/revise.ts';
import { type CurationSources, createDrafts, type Drafts, type DraftView, hasRoom } from './drafts.ts';

/** What moderators do with a community's entries. Methods reject while the storage is away; nothing is half done then. */
export interface Curation extends Drafts {
  entry(guildId: string, id: string): Promise<FaqEntry | undefined>;
  remove(
    guildId: string,
    id: string,
    removal: { readonly by: string; readonly base: number },
  ): Promise<Removed>;
  /** Takes back a removal that still counts. */
  undo(
    guildId: string,
    id: string,
    undo: { readonly by: string; readonly removal: number },
  ): Promise<Restored>;
  /** Brings back a revision at once, or as a draft where a second moderator must publish. */
  restore(
    guildId: string,
    id: string,
    wish: { readonly by: string; readonly from: number },
  ): Promise<Restored | DraftView>;
}

/** Curation over a store. */
export function createCuration(sources: CurationSources): Curation {
  const { store, community, settings, now } = sources;
  const drafts = createDrafts(sources);

  const revised = async <R extends Removed | Restored>(
    guildId: string,
    id: string,
    change: (entry: FaqEntry | undefined) => readonly [FaqEntry | undefined, R],
  ): Promise<R> => {
    const result = await store.update(faqCollection, faqKey(guildId, id), change);
    if (result.done) await community.refresh(guildId, id);
    return result;
  };
  const full = { done: false, reason: 'full' } as const;

  return {
    ...drafts,

    entry: (guildId, id) => store.read(faqCollection, faqKey(guildId, id)),

    remove(guildId, id, { by, base }) {
      const at = now().toISOString();
      return revised(guildId, id, entry => remove(entry, { by, at, base }));
    },

    async undo(guildId, id, { by, removal }) {
      if (!(await hasRoom(community, guildId, id))) return full;
      const at = now().toISOString();
      return await revised(guildId, id, (entry): readonly [FaqEntry | undefined, Restored] => {
        const from = entry && beforeRemoval(entry, removal)?.n;
        return from
          ? restore(entry, { by, at, from })
          : [entry, { done: false, reason: entry ? 'same' : 'unknown' }];
      });
    },

    async restore(guildId, id, { by, from }) {
      if (!(await hasRoom(community, guildId, id))) return full;
      const { requireSecond } = await settings.fresh(guildId);
      const at = now().toISOString();
      if (!requireSecond) return await revised(guildId, id, entry => restore(entry, { by, at, from }));
      const entry = await store.read(faqCollection, faqKey(guildId, id));
      // Tried on a copy, so that both ways refuse for the same reasons.
      const [, result] = restore(entry, { by, from, at });
      const content = entry?.revisions.find(({ n }) => n === from)?.content;
      if (!result.done || !entry || !content) return result;
      return await drafts.begin(guildId, { entry: id, base: latest(entry).n, content, by, from });
    },
  };
}
