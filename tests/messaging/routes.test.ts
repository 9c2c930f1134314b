import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../commands/services.ts';
import { folders } from '../../src/app/folders.ts';
import { loadCommands } from '../../src/app/load-commands.ts';
import { routeTable } from '../../src/interactions/route-handler.ts';
import { decodeRoute, encodeRoute, route } from '../../src/messaging/route.ts';
import { id, language, newsKind, oneOf, optional, whole } from '../../src/messaging/route-parts.ts';
import { pack } from '../support/pack.ts';

const all = route('curate', 'all', {
  draft: id,
  version: whole,
  kind: oneOf('own', 'card'),
  language: optional(language),
});

describe('a route', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{1,20}(\/[a-z0-9-]{1,10}[a-z0-9])?$/),
        fc.nat(999_999_999),
        fc.constantFrom('own' as const, 'card' as const),
        fc.constantFrom(undefined, 'en' as const, 'es' as const),
        (draft, version, kind, spoken) => {
          const values = { draft, version, kind, ...(spoken && { language: spoken }) };
          const [, , ...parts] = decodeRoute(encodeRoute(all(values)));
          expect(all.read(parts)).toEqual(values);
        },
      ),
    );
  });

  it.each([
    ['too few parts', ['abc']],
    ['too many parts', ['abc', '1', 'own', 'en', 'more']],
    ['no number', ['abc', 'x', 'own']],
    ['a number too long', ['abc', '1234567890', 'own']],
    ['no id', ['../../x y', '1', 'own']],
    ['a word of another', ['abc', '1', 'other']],
  ])('takes no %s', (_what, parts) => {
    expect(all.read(parts)).toBeUndefined();
  });

  it('takes an optional part that cannot be read as left out', () => {
    expect(all.read(['abc', '1', 'own', 'xx'])).toEqual({ draft: 'abc', version: 1, kind: 'own' });
  });

  it('never gives a value that its parts did not check', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), parts => {
        const values = all.read(parts);
        if (values)
          expect(Number.isSafeInteger(values.version) && /^[\w/.-]+$/.test(values.draft)).toBe(true);
      }),
    );
    expect(newsKind.read('courtlistener/../x')).toBeUndefined();
  });
});

describe('the routes of all commands', async () => {
  const commands = await loadCommands(folders.commands, pack);
  const handlers = [...routeTable<unknown>(commands.values() as Iterable<Command> as never).values()];

  it('are there, each with a sample that it reads itself', () => {
    expect(handlers.length).toBeGreaterThan(50);
    for (const { sample, command, verb } of handlers) {
      expect(sample.length).toBeLessThanOrEqual(100);
      expect(decodeRoute(sample).slice(0, 2)).toEqual([command, verb]);
    }
  });

  it('refuse two handlers for one, and one of another command', () => {
    const [one] = handlers;
    if (!one) throw new Error('no routes');
    expect(() => routeTable([{ name: one.command, routes: [one, one] }])).toThrow('not its own');
    expect(() => routeTable([{ name: 'other', routes: [one] }])).toThrow('not its own');
  });
});
