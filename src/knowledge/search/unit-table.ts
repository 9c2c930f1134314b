import type { Unit } from './analyze.ts';

/** Keeps one object for equal units, and finds the units that have a term. */
export interface UnitTable {
  /** The table's own object for a unit. */
  same(unit: Unit): Unit;
  /** The units that have the term among their terms or parts. */
  having(term: string): readonly Unit[];
}

/** An empty table. Units are never taken out: they are as many as an index has different words. */
export function createUnitTable(): UnitTable {
  const byKey = new Map<string, Unit>();
  const byTerm = new Map<string, Unit[]>();
  return {
    same(unit) {
      const key = `${unit.terms.join(' ')}|${unit.parts.join(' ')}`;
      const known = byKey.get(key);
      if (known) return known;
      byKey.set(key, unit);
      for (const term of new Set([...unit.terms, ...unit.parts])) {
        const units = byTerm.get(term);
        if (units) units.push(unit);
        else byTerm.set(term, [unit]);
      }
      return unit;
    },
    having: term => byTerm.get(term) ?? [],
  };
}
