import { expect, it } from 'vitest';
import { timelinePage } from '../../commands/answers/timeline-reply.ts';
import type { Context } from '../../commands/services.ts';
import { folders } from '../../src/app/folders.ts';
import { inLanguage } from '../../src/i18n/languages.ts';
import { loadKnowledge } from '../../src/knowledge/content/load.ts';
import { render } from '../../src/messaging/render.ts';
import { member, oneEntryKnowledge, openDoor } from '../support/door.ts';
import { command, press } from '../support/interactions.ts';

const sentences = Array.from({ length: 90 }, (_, at) => `Sentence ${at} of this long answer is here.`);

it('of a long answer are turned there and back, and hold all of it', async () => {
  const door = openDoor({ knowledge: oneEntryKnowledge(sentences.join(' ')) });
  const first = await door.say(command('rights', { situation: 'rights/at-home' }, member));
  const second = await door.say(press(first.button('Next ›'), member));
  expect(second.text).not.toBe(first.text);
  for (const sentence of sentences) expect(first.text + second.text).toContain(sentence);
  expect((await door.say(press(second.button('‹ Previous'), member))).text).toBe(first.text);
});

it.each(['0.5', '-3', '1e9', 'NaN', 'Infinity', ' ', 'x'])(
  'at a made-up place (%s) show a whole page',
  async page => {
    const door = openDoor({ knowledge: oneEntryKnowledge(sentences.join(' ')) });
    for (const id of [`rights:open:rights/at-home:en:${page}`, `timeline:page:all:${page}`]) {
      const { text } = await door.say(press(id, member));
      expect(text).toMatch(/Sentence|Nothing is recorded/);
      expect(text).not.toMatch(/0\.5|NaN|1\.5/);
    }
    expect(door.errors).toEqual([]);
  },
);

it.each(['en', 'es'] as const)('of the timeline hold their developments whole, in %s', async language => {
  const loaded = await loadKnowledge(folders.knowledge);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const { knowledge } = loaded;
  const context = { language, services: { knowledge } } as Context;
  const turn = (page: number) => ['timeline', 'page', 'all', String(page)] as const;
  const all = Array.from({ length: 20 }, (_, at) =>
    JSON.stringify(
      render(timelinePage(knowledge.developments, 'T', context, { kind: undefined, at, turn }), language),
    ),
  ).join();
  for (const { text } of knowledge.developments) {
    expect(
      all.includes(JSON.stringify(inLanguage(text, language).body).slice(1, -1)),
      inLanguage(text, language).title,
    ).toBe(true);
  }
});
