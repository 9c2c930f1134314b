import { z } from 'zod';
import { StoreUnavailable } from '../../lib/unavailable.ts';
import type { Collection, Store } from '../../storage/store.ts';

/** All that is kept about a community, in every folder: documents with the community's id in their key. */
export interface CommunityData {
  /**
   * A file of at most `maxBytes` (unless one document is longer) with documents in the order of their keys, without the first `skip`; `next` is
   * how many to skip for the file after it.
   */
  exportPart(guildId: string, skip?: number, maxBytes?: number): Promise<DataPart>;
  /** Erases everything, for good; false where the storage went away in the middle: it may be asked for again. */
  forget(guildId: string): Promise<boolean>;
  /** The communities about which something is kept. */
  guilds(): Promise<ReadonlySet<string>>;
}

interface DataPart {
  readonly text: string;
  readonly documents: number;
  readonly next?: number;
}

/** True for keys such as `guild:ID`, `faq:ID:entry` or `delivery:17:ID`. */
const belongsTo = (key: string, guildId: string) => key.split(':').indexOf(guildId, 1) > 0;

/** Discord takes attachments of up to 10 MiB from bots; this leaves room. */
const partBytes = 8 * 1024 * 1024;

/** `onForget` drops what is in memory of a community and would be written later. */
export function createCommunityData({
  store,
  onForget,
}: {
  store: Store;
  onForget: (guildId: string) => void;
}): CommunityData {
  const keysOf = async (guildId: string) => {
    const keys: string[] = [];
    for await (const key of store.keys('')) if (belongsTo(key, guildId)) keys.push(key);
    return keys.sort();
  };

  return {
    async exportPart(guildId, skip = 0, maxBytes = partBytes) {
      const lines: string[] = [];
      let bytes = 4;
      for (const key of (await keysOf(guildId)).slice(skip)) {
        const line = `${JSON.stringify(key)}:${JSON.stringify(await read(store, key))}`;
        bytes += Buffer.byteLength(line) + 2;
        if (lines.length > 0 && bytes > maxBytes) return { ...part(lines), next: skip + lines.length };
        lines.push(line);
      }
      return part(lines);
    },
    async forget(guildId) {
      const keys = await keysOf(guildId);
      onForget(guildId);
      // Backwards, so that `absence:ID` goes last: while it is there, the daily look goes on with what is left.
      for (const [at, key] of keys.toReversed().entries()) {
        try {
          await store.forget(key);
        } catch (error) {
          if (at > 0 && error instanceof StoreUnavailable) return false;
          throw error;
        }
      }
      return true;
    },
    async guilds() {
      const ids = new Set<string>();
      for await (const key of store.keys('')) {
        for (const part of key.split(':').slice(1)) if (/^\d{15,20}$/.test(part)) ids.add(part);
      }
      return ids;
    },
  };
}

const part = (lines: readonly string[]) => ({
  text: `{\n${lines.join(',\n')}\n}\n`,
  documents: lines.length,
});

async function read(store: Store, key: string): Promise<unknown> {
  const [name = ''] = key.split(':', 1);
  const any: Collection<unknown> = { name, schema: z.unknown() };
  return await store.read(any, key.slice(name.length + 1));
}
