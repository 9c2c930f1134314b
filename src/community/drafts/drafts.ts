import { createTurns } from '../../lib/keyed-queue.ts';
import type { SettingsService } from '../../settings/settings-service.ts';
import type { Store } from '../../storage/store.ts';
import { type Content, limits, normalName } from '../entries/content.ts';
import { type ContentFault, contentFaults } from '../entries/content-faults.ts';
import { faqCollection, faqKey, latest, type Revision } from '../entries/entry.ts';
import type { EntryCache } from '../entries/entry-cache.ts';
import { publish } from '../entries/revise.ts';
import type { SharedAnswer } from '../overrides/override.ts';
import { type Draft, draftCollection, newDraft, type Rewriting, rewrite } from './draft.ts';

/** A draft with all that its preview must tell. */
export interface DraftView {
  readonly id: string;
  readonly draft: Draft;
  readonly faults: readonly ContentFault[];
  /** What others published since it was begun: the revision it was written on (unless thinned or new) and the latest. */
  readonly meanwhile?: { readonly before: Revision | undefined; readonly latest: Revision } | undefined;
  /** The entry is a copy of a shared one. */
  readonly override: boolean;
  /** The shared one's titles. */
  readonly titles?: SharedAnswer['titles'] | undefined;
  /** A second moderator must publish. */
  readonly needsSecond: boolean;
}

export type PublishOutcome =
  | { readonly done: true; readonly n: number; readonly entry: string }
  | { readonly done: false; readonly reason: 'gone' | 'full' }
  | { readonly done: false; readonly reason: 'already' | 'same'; readonly n: number; readonly entry: string }
  /** The view tells what to change: the text changed after it was shown, faults, what others published, or that a second moderator must. */
  | {
      readonly done: false;
      readonly reason: 'changed' | 'faults' | 'conflict' | 'second';
      readonly view: DraftView;
    };

/** What moderators write before members see it. Methods reject while the storage is away; nothing is half done then. */
export interface Drafts {
  /** Keeps a new draft: of a new entry (`entry` absent) or of a revision on top of `base`. */
  begin(guildId: string, begun: Begun): Promise<DraftView>;
  view(guildId: string, id: string): Promise<DraftView | undefined>;
  /** Changes a draft; one that was published or changed by another meanwhile is left alone, and the text is kept as a new draft. */
  rewrite(guildId: string, id: string, rewriting: Rewriting): Promise<DraftView | undefined>;
  /** Publishes a draft in the version that was seen. */
  publish(
    guildId: string,
    id: string,
    seen: { readonly version: number; readonly by: string },
  ): Promise<PublishOutcome>;
  discard(guildId: string, id: string): Promise<void>;
  /** Forgets drafts whose time is over; returns how many. */
  sweep(): Promise<number>;
}

interface Begun {
  readonly entry?: string | undefined;
  readonly base: number;
  readonly content: Content;
  readonly by: string;
  /** The revision that comes back. */
  readonly from?: number;
}

export interface CurationSources {
  readonly store: Store;
  readonly community: EntryCache;
  readonly settings: SettingsService;
  /** What a shared entry says now, where there is one with this id. */
  readonly shared: (entryId: string) => SharedAnswer | undefined;
  readonly now: () => Date;
  /** An id nobody guesses: 32 letters and digits. */
  readonly newId: () => string;
}

/** Drafts over a store. */
export function createDrafts(sources: CurationSources): Drafts {
  const { store, community, settings, now, newId } = sources;
  const turns = createTurns();

  const viewOf = async (guildId: string, id: string, draft: Draft): Promise<DraftView> => {
    const [faults, entry, { requireSecond }] = await Promise.all([
      faultsOf(guildId, draft),
      store.read(faqCollection, faqKey(guildId, draft.entry)),
      settings.fresh(guildId),
    ]);
    const last = entry && latest(entry);
    const shared = sources.shared(draft.entry);
    const before = entry?.revisions.find(({ n }) => n === draft.base);
    return {
      id,
      draft,
      faults,
      override: shared !== undefined,
      titles: shared?.titles,
      needsSecond: requireSecond,
      ...(last && last.n !== draft.base && last.draft !== id && { meanwhile: { before, latest: last } }),
    };
  };

  const faultsOf = async (guildId: string, { entry, content }: Draft) => {
    const names = [...new Set([content.title, ...content.aliases].map(normalName))];
    const owners = await Promise.all(
      names.map(async name => [name, await community.ownerOf(guildId, name, entry)] as const),
    );
    const titles = new Map(owners.map(([name, owner]) => [name, owner?.content.title]));
    return contentFaults(content, name => titles.get(name));
  };

  const keep = async (guildId: string, draft: Draft) => {
    const id = newId();
    await store.update(draftCollection, faqKey(guildId, id), () => [draft, undefined]);
    return viewOf(guildId, id, draft);
  };

  const publishSeen: Drafts['publish'] = async (guildId, id, { version, by }) => {
    const draft = await store.read(draftCollection, faqKey(guildId, id));
    if (!draft) return { done: false, reason: 'gone' };
    if (draft.published) return { done: false, reason: 'already', n: draft.published, entry: draft.entry };
    const view = await viewOf(guildId, id, draft);
    if (draft.version !== version) return { done: false, reason: 'changed', view };
    if (view.faults.length > 0) return { done: false, reason: 'faults', view };
    if (view.needsSecond && draft.by === by) return { done: false, reason: 'second', view };
    if (!(await hasRoom(community, guildId, draft.entry))) return { done: false, reason: 'full' };
    const result = await store.update(faqCollection, faqKey(guildId, draft.entry), entry =>
      publish(entry, {
        draft: id,
        base: draft.base,
        content: draft.content,
        by: draft.by,
        at: now().toISOString(),
        approvedBy: by === draft.by ? undefined : by,
        from: draft.from,
        shared: sources.shared(draft.entry)?.content,
      }),
    );
    if (!result.done && result.reason === 'conflict') {
      return { done: false, reason: 'conflict', view: await viewOf(guildId, id, draft) };
    }
    // Should this not be reached, the entry itself still knows the draft.
    await store.update(draftCollection, faqKey(guildId, id), kept => [
      kept && { ...kept, published: result.n },
      undefined,
    ]);
    await community.refresh(guildId, draft.entry);
    return { ...result, entry: draft.entry };
  };

  return {
    begin(guildId, { entry, ...begun }) {
      const id = entry ?? newEntryId(begun.content.title, newId());
      return keep(guildId, newDraft({ ...begun, entry: id }, now()));
    },

    async view(guildId, id) {
      const draft = await store.read(draftCollection, faqKey(guildId, id));
      return draft && viewOf(guildId, id, draft);
    },

    async rewrite(guildId, id, rewriting) {
      const result = await store.update(draftCollection, faqKey(guildId, id), draft =>
        rewrite(draft, rewriting, now()),
      );
      if (result.done) return viewOf(guildId, id, result.draft);
      if (result.reason === 'gone') return undefined;
      const { base, content, by } = rewriting;
      return keep(guildId, newDraft({ entry: result.entry, base, content, by }, now()));
    },

    // One after another in a community, so that two drafts with one title are not both published.
    publish: (guildId, id, seen) => turns.run(guildId, () => publishSeen(guildId, id, seen)),
    async discard(guildId, id) {
      await store.update(draftCollection, faqKey(guildId, id), draft => [
        draft?.published ? draft : undefined,
        undefined,
      ]);
    },

    async sweep() {
      const over = await store.due(draftCollection, now());
      for (const id of over) {
        await store.update(draftCollection, id, draft => [
          draft && new Date(draft.expires) > now() ? draft : undefined,
          undefined,
        ]);
      }
      return over.length;
    },
  };
}

/** True where the community has the entry already, or fewer than the most it may have. */
export const hasRoom = async (community: EntryCache, guildId: string, entry: string): Promise<boolean> =>
  (await community.get(guildId, entry)) !== undefined || (await community.size(guildId)) < limits.entries;

/** An id that tells what the entry is about, with four letters that keep it apart: `where-to-park-k3f9`. */
export function newEntryId(title: string, random: string): string {
  const words = normalName(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return `${words || 'entry'}-${random.slice(0, 4)}`;
}
