import { z } from 'zod';
import type { Collection, Store } from '../storage/store.ts';

/** All that is kept about a community, in every room: documents with the community's id in their key. */
export interface Estate {
  /** A file of at most `maxBytes` with documents in the order of their keys, after the key `after`; `next` is where to go on. */
  exportPart(guildId: string, after?: string, maxBytes?: number): Promise<EstatePart>;
  /** Erases everything, for good; returns how many documents. */
  forget(guildId: string): Promise<number>;
  /** The communities about which something is kept. */
  guilds(): Promise<ReadonlySet<string>>;
}

export interface EstatePart {
  readonly text: string;
  readonly documents: number;
  readonly next?: string;
}

/** True for keys such as `guild:ID`, `faq:ID:entry` or `delivery:17:ID`. */
export const belongsTo = (key: string, guildId: string) => key.split(':').indexOf(guildId, 1) > 0;

/** Discord takes attachments of up to 10 MiB from bots; this leaves room. */
const partBytes = 8 * 1024 * 1024;

export function createEstate({ store }: { store: Store }): Estate {
  const keysOf = async (guildId: string) => {
    const keys: string[] = [];
    for await (const key of store.keys('')) if (belongsTo(key, guildId)) keys.push(key);
    return keys.sort();
  };

  return {
    async exportPart(guildId, after = '', maxBytes = partBytes) {
      const lines: string[] = [];
      let bytes = 4;
      let last: string | undefined;
      for (const key of await keysOf(guildId)) {
        if (key <= after) continue;
        const line = `${JSON.stringify(key)}:${JSON.stringify(await read(store, key))}`;
        const size = Buffer.byteLength(line) + 2;
        if (last !== undefined && bytes + size > maxBytes) return { ...part(lines), next: last };
        lines.push(line);
        bytes += size;
        last = key;
      }
      return part(lines);
    },
    async forget(guildId) {
      const keys = await keysOf(guildId);
      for (const key of keys) await store.forget(key);
      return keys.length;
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

const part = (lines: readonly string[]) => ({ text: `{\n${lines.join(',\n')}\n}\n`, documents: lines.length });

async function read(store: Store, key: string): Promise<unknown> {
  const [name = ''] = key.split(':', 1);
  const any: Collection<unknown> = { name, schema: z.unknown() };
  return await store.read(any, key.slice(name.length + 1));
}
