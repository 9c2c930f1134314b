import { expect, test } from 'vitest';
import { requiredLanguages } from '../../../src/i18n/languages.ts';
import { render } from '../../../src/messaging/render.ts';
import type { Arrival } from '../../../src/news/model/finding.ts';
import { arrived, type Card } from '../../../src/news/review/card.ts';
import { cardReply } from '../../../src/news/review/card-reply.ts';
import { messageViolations } from '../../support/discord-rules.ts';
import { noKnowledge } from '../post-rig.ts';

const now = new Date('2026-06-01T12:00:00Z');
const arrival: Arrival = {
  source: 'courtlistener',
  feed: '1',
  id: 'courtlistener:1',
  kind: 'litigation',
  event: 'order',
  title: 'Entry #51 in Test v. Test, 9:99-cv-09999',
  caseName: 'Test v. Test',
  link: 'https://example.org/51',
  date: '2026-05-30',
  quote: 'ORDER: the motion is GRANTED.',
  hash: 'a'.repeat(16),
  why: { en: 'It decides the case.', es: 'Decide el caso.' },
  change: 'new',
  late: true,
  seenAt: now.toISOString(),
};
const arriving = { id: 'abc', reviewChannel: '1', suggested: [], now };

function cardOf(change: Partial<Card> = {}): Card {
  const card = arrived(undefined, arrival, arriving);
  if (!card) throw new Error('no card');
  return { ...card, ...change };
}

const words = {
  headline: { en: 'The motion is granted' },
  summary: { en: 'The court granted it. More will follow.' },
  why: '',
};

/** Without the buttons of languages that came later: a new one changes no snapshot. */
const steady = (components: unknown): unknown =>
  JSON.parse(JSON.stringify(components), (_name, value) =>
    Array.isArray(value) ? value.filter(({ custom_id }) => !isLater(custom_id)) : value,
  );
const isLater = (id: string | undefined) => {
  const [, code] = /^news:edit:abc:(\w+)$/.exec(id ?? '') ?? [];
  return code !== undefined && !requiredLanguages.some(language => language === code);
};

test.each(requiredLanguages)('cards in %s', language => {
  const decided = { by: '5', at: now.toISOString() };
  for (const card of [
    cardOf(),
    cardOf({ words, writer: '5' }),
    cardOf({ words, state: 'approved', decided }),
    cardOf({ state: 'merged', decided }),
  ]) {
    const message = render(
      cardReply({ id: 'abc', card, language, knowledge: noKnowledge, requireSecond: true }),
      language,
    );
    expect(messageViolations(message)).toEqual([]);
    expect(steady(message.components)).toMatchSnapshot(card.state);
  }
});

test('a finding with the same words changes nothing, one with other words changes its card, and an edit alone makes none', () => {
  const card = cardOf();
  expect(arrived(card, arrival, arriving)).toBe(card);
  const edited = { ...arrival, change: 'edited' as const, hash: 'b'.repeat(16), quote: 'Corrected.' };
  expect(arrived(card, edited, arriving)).toMatchObject({ edited: true, finding: { quote: 'Corrected.' } });
  expect(arrived(undefined, edited, arriving)).toBeUndefined();
});

test('what a rule held back is shown when its new words are not routine any more', () => {
  const held = arrived(undefined, { ...arrival, noise: 'scheduling-minute' }, arriving);
  expect(held).toMatchObject({ state: 'held' });
  expect(held?.delivery).toBeUndefined();
  const released = arrived(held, { ...arrival, change: 'edited', hash: 'b'.repeat(16) }, arriving);
  expect(released).toMatchObject({ state: 'waiting', delivery: { state: 'planned', channelId: '1' } });
});
