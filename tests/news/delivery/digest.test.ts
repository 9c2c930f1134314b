import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Language, requiredLanguages } from '../../../src/i18n/languages.ts';
import { render } from '../../../src/messaging/render.ts';
import { type NewsItem, noNews, wordLimits } from '../../../src/news/approved/news.ts';
import { digestMessage, digestReply, plainDigest } from '../../../src/news/delivery/digest.ts';
import { arrived } from '../../../src/news/review/card.ts';
import { cardReply } from '../../../src/news/review/card-reply.ts';
import { confirm, propose } from '../../../src/news/subscriptions/subscription.ts';
import { messageViolations } from '../../support/discord-rules.ts';
import { noKnowledge } from '../post-rig.ts';

const now = new Date('2026-06-01T12:00:00Z');

function item(n: number, values: Partial<NewsItem> = {}): NewsItem {
  return {
    n,
    id: `item-${n}`,
    kind: 'litigation',
    date: '2026-05-30',
    words: {
      en: { title: `Ruling ${n}`, summary: 'The court decided. Both sides may appeal.' },
      es: { title: `Fallo ${n}`, summary: 'La corte decidió. Ambas partes pueden apelar.' },
    },
    sources: [{ label: { en: 'Docket', es: 'Expediente' }, url: `https://example.org/${n}` }],
    entries: [],
    approvedAt: now.toISOString(),
    ...values,
  };
}

const subscription = (channelType: number, language: Language, role?: string) =>
  confirm(
    propose(
      {
        channelId: '1',
        channelType,
        kind: 'all',
        schedule: 'daily 09:00',
        zone: 'America/Chicago',
        language,
        ...(role && { role }),
      },
      now,
    ),
    noNews,
    now,
  );

const many = (count: number) => Array.from({ length: count }, (_, at) => item(at + 1)).toReversed();

const textOf = (message: object) => JSON.stringify(message);

describe.each(requiredLanguages)('in %s', language => {
  test('a post in a text channel', () => {
    const items = [item(2, { kind: 'funding', why: { en: 'It pays for police.' } }), item(1)];
    expect(render(digestReply(subscription(0, language), items, 'abc-1'), language)).toMatchSnapshot();
  });

  test('a post in an announcement channel', () => {
    const unreviewed = [item(1, { unreviewed: ['es'] })];
    expect(plainDigest(subscription(5, language, '42'), unreviewed, 'abc-1')).toMatchSnapshot();
  });

  test.each([0, 5])('with more than fits (channel type %i) says how many more and where', channelType => {
    const message = digestMessage(subscription(channelType, language), many(60), 'abc-1');
    expect(messageViolations(message)).toEqual([]);
    const text = textOf(message);
    const shown = many(60).filter(({ n }) => text.includes(`https://example.org/${n})`));
    const [, more] = /… (?:and|y) (\d+) (?:more|más): `\/updates`/.exec(text) ?? [];
    expect(shown.length + Number(more)).toBe(60);
    expect(shown.length).toBeGreaterThan(15);
    // The newest ones are those that are shown.
    expect(shown.map(({ n }) => n)).toEqual(
      many(60)
        .slice(0, shown.length)
        .map(({ n }) => n),
    );
  });
});

test('only the chosen role can ring, and only when one is chosen', () => {
  const items = [item(1)];
  expect(digestMessage(subscription(0, 'en', '42'), items, 'a-1').allowed_mentions).toEqual({
    parse: [],
    roles: ['42'],
  });
  expect(digestMessage(subscription(0, 'en'), items, 'a-1').allowed_mentions).toEqual({ parse: [] });
  expect(digestMessage(subscription(5, 'en'), items, 'a-1').allowed_mentions).toEqual({ parse: [] });
});

/** Text that tries to be something else: mentions, links, formatting, lines, other alphabets. */
const hostile = (maxLength: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '@everyone',
          '<@&42>',
          '](https://evil.example)',
          '**',
          '\n# ',
          '`',
          '||',
          '<t:0:R>',
          ':a:',
        ),
        fc.string({ maxLength: 30, unit: 'grapheme' }),
      ),
      { minLength: 1, maxLength: 40 },
    )
    .map(parts => parts.join('').slice(0, maxLength).trim() || 'x');

test('whatever moderators write and sources say, posts and cards keep Discord’s rules and nothing escapes', () => {
  fc.assert(
    fc.property(
      hostile(wordLimits.title),
      hostile(wordLimits.summary),
      hostile(250),
      hostile(1_000),
      (title, summary, sourceTitle, quote) => {
        const items = Array.from({ length: 12 }, (_, at) =>
          item(at, { words: { en: { title, summary } }, why: { en: title }, sources: [] }),
        );
        const card = arrived(
          undefined,
          {
            source: 'courtlistener',
            feed: '1',
            id: 'courtlistener:1',
            kind: 'litigation',
            event: 'order',
            title: sourceTitle,
            link: 'https://example.org/a)b(c',
            date: '2026-05-30',
            quote,
            hash: 'a'.repeat(16),
            why: { en: 'Because.', es: 'Porque.' },
            change: 'new',
            late: false,
            seenAt: now.toISOString(),
          },
          { id: 'abc', reviewChannel: undefined, suggested: [], now },
        );
        if (!card) throw new Error('no card');
        const reply = cardReply({
          id: 'abc',
          card: {
            ...card,
            words: {
              headline: { en: title, es: title },
              summary: { en: summary, es: summary },
              why: '',
            },
          },
          language: 'en',
          knowledge: noKnowledge,
          requireSecond: false,
        });
        for (const message of [
          digestMessage(subscription(0, 'en'), items, 'abc-1'),
          digestMessage(subscription(5, 'en'), items, 'abc-1'),
          render(reply, 'en'),
        ]) {
          expect(messageViolations(message)).toEqual([]);
          expect(textOf(message)).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@&42|(?<!\\)\]\(https:\/\/evil/);
        }
      },
    ),
    { numRuns: 150 },
  );
});
