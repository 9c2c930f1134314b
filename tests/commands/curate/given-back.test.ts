import { expect, it } from 'vitest';
import { OutcomeUnknown } from '../../../src/lib/unavailable.ts';
import type { Store } from '../../../src/storage/store.ts';
import { awayStore } from '../../support/away-store.ts';
import { ana, edited, openDoor, parking, published } from '../../support/door.ts';
import { command, submit } from '../../support/interactions.ts';

it('what a moderator wrote comes back as a file where it cannot be kept', async () => {
  const store = awayStore();
  const door = openDoor({ store });
  const entry = await published(door, parking);
  const forms = [
    (await door.say(command('curate add', {}, ana))).form,
    (await door.say(command('curate edit', { entry }, ana))).form,
    `curate:draft:${'d'.repeat(32)}:1:0`,
  ];
  store.away = true;
  for (const form of forms) {
    const said = await door.say(submit(form ?? '', parking, ana));
    expect(said.private).toBe(true);
    expect(said.text).toContain('nothing was changed');
    for (const written of Object.values(parking)) expect(said.files[0]?.content).toContain(written);
  }
  store.away = false;
  expect((await edited(door, entry, { answer_en: 'Third gate.' })).has('Publish')).toBe(true);
  expect(door.errors).toEqual([]);
});

it('also where nobody knows whether it was kept', async () => {
  const memory = awayStore();
  const store: Store = { ...memory, update: () => Promise.reject(new OutcomeUnknown('the disk failed')) };
  const said = await openDoor({ store }).say(submit('curate:new', parking, ana));
  expect(said.text).toContain('whether this was saved');
  expect(said.files[0]?.content).toContain(parking.answer_en);
});
