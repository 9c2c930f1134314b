import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/lib/unavailable.ts';
import { changed, noSettings } from '../../src/settings/guild-settings.ts';
import { createSettings } from '../../src/settings/settings-service.ts';
import { awayStore } from '../support/away-store.ts';

const guild = '100000000000000001';
const role = '200000000000000002';

function setUp() {
  const store = awayStore();
  let time = 0;
  const now = () => time;
  return {
    store,
    here: createSettings({ store, now }),
    there: createSettings({ store, now }),
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('settings of a community', () => {
  test('nothing chosen gives the defaults and writes nothing', async () => {
    const { here, store } = setUp();
    expect(await here.of(guild)).toEqual({ requireSecond: false });
    expect(await here.change(guild, { language: undefined, requireSecond: false })).toEqual(noSettings);
    expect(store.writes).toBe(0);
  });

  test('a choice is kept, seen on another replica at once, and can be taken back', async () => {
    const { here, there } = setUp();
    await there.of(guild);
    await here.change(guild, { language: 'es', curatorsRole: role });
    expect(await there.of(guild)).toEqual({ language: 'es', curatorsRole: role, requireSecond: false });
    await there.change(guild, { curatorsRole: undefined, requireSecond: true });
    expect(await here.of(guild)).toEqual({ language: 'es', requireSecond: true });
  });

  test('a lost notice is made good within a minute', async () => {
    const { here, there, store, pass } = setUp();
    await here.of(guild);
    store.quiet = true;
    await there.change(guild, { language: 'es' });
    expect((await here.of(guild)).language).toBeUndefined();
    pass(60_000);
    expect((await here.of(guild)).language).toBe('es');
  });

  test('while the storage is away the last known settings serve, and nothing is granted to strangers', async () => {
    const { here, there, store, pass } = setUp();
    await here.change(guild, { language: 'es', curatorsRole: role });
    await here.of(guild);
    store.away = true;
    pass(120_000);
    expect(await here.of(guild)).toMatchObject({ language: 'es', curatorsRole: role });
    expect(await there.of(guild)).toEqual(noSettings);
    await expect(here.fresh(guild)).rejects.toThrow(StoreUnavailable);
    await expect(here.change(guild, { language: 'en' })).rejects.toThrow(StoreUnavailable);
    store.away = false;
    expect((await here.fresh(guild)).language).toBe('es');
  });

  test('the same choice again is no change', () => {
    const settings = { requireSecond: true, language: 'en' } as const;
    expect(changed(settings, { language: 'en' })).toBe(settings);
  });
});
