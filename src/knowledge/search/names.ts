import type { Language } from '../../i18n/languages.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';

/** Finds entries by how their titles and aliases start. */
export interface Names {
  /**
   * Entries with a title or alias that starts so, best first: exact title, exact alias, title, alias; those of the language
   * before those of others. Within each in the order of the index.
   */
  startingWith(key: string, language: Language): readonly IndexedEntry[];
}

interface Place {
  readonly key: string;
  readonly language: Language;
  readonly isTitle: boolean;
  readonly entry: IndexedEntry;
  readonly slot: number;
}

/** Places looked at: after one letter there may be thousands, and 25 are shown. The exact ones come first. */
const mostPlaces = 3_000;

/** Sorts all names when the index has changed since the last look: 10 ms for 2,000 entries, else nothing. */
export function createNames(index: EntryIndex): Names {
  let places: Place[] = [];
  let version = -1;
  const refresh = () => {
    if (version === index.version()) return;
    version = index.version();
    places = index.slots.flatMap((entry, slot) =>
      (entry?.names ?? []).flatMap(({ key, language, isTitle }) =>
        entry ? [{ key, language, isTitle, entry, slot }] : [],
      ),
    );
    places.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  };

  return {
    startingWith(key, language) {
      refresh();
      const found = new Map<number, { entry: IndexedEntry; tier: number }>();
      const first = firstFrom(places, key);
      for (let at = first; at < Math.min(places.length, first + mostPlaces); at++) {
        const place = places[at];
        if (!place?.key.startsWith(key)) break;
        const tier =
          (place.language === language ? 0 : 4) + (place.key === key ? 0 : 2) + (place.isTitle ? 0 : 1);
        const before = found.get(place.slot);
        if (!before || tier < before.tier) found.set(place.slot, { entry: place.entry, tier });
      }
      return Array.from(found)
        .sort(([slotA, a], [slotB, b]) => a.tier - b.tier || slotA - slotB)
        .map(([, { entry }]) => entry);
    },
  };
}

/** The first place whose key is not before this one. */
function firstFrom(places: readonly Place[], key: string): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
