import { describe, expect, onTestFinished, test } from 'vitest';
import { openPostgresStore } from '../../src/storage/postgres/postgres-store.ts';
import { ana, edited, member, openDoor, parking, published } from '../support/door.ts';
import { autocomplete, command, press } from '../support/interactions.ts';
import { usePostgres } from '../support/postgres.ts';
import { quiet } from '../support/quiet-log.ts';
import { edit } from '../torture/faq-moderators.ts';

describe('two replicas on one PostgreSQL', () => {
  const postgres = usePostgres();

  test('/ask and autocomplete find an entry within a second of publishing, and its change', async () => {
    const databaseUrl = await postgres.freshUrl();
    const replica = async () => {
      const store = await openPostgresStore({ databaseUrl, log: quiet, onListenerError: () => undefined });
      onTestFinished(() => store.close());
      return openDoor({ store });
    };
    const [here, there] = [await replica(), await replica()];
    const asked = async () =>
      (await there.say(command('ask', { question: 'where can I park my car' }, member))).text;
    expect(await asked()).toContain("I don't have that");
    const entry = await published(here, parking);
    await expect.poll(asked, { timeout: 1_000, interval: 20 }).toContain('church');
    const change = await edited(here, entry, { title: 'Where can we park?', answer_en: 'On the roof.' });
    await here.say(press(change.button('Publish'), ana));
    await expect.poll(asked, { timeout: 1_000, interval: 20 }).toContain('roof');
    const { choices } = await there.say(autocomplete('faq', 'entry', { entry: 'where can we' }, member));
    expect(choices.map(({ value }) => value)).toEqual([entry]);
  });

  test('moderators at both edit the same entries: nothing lost, nothing twice, no gap', async () => {
    const tally = await edit(80, await postgres.freshUrl());
    expect(tally.edits).toBe(80);
    expect(tally.conflicts).toBeGreaterThan(0);
    expect(tally.repeated).toBeGreaterThan(0);
  });
});
