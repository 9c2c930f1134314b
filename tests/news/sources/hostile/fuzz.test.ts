import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/news/fetch/decode-text.ts';
import { createSources } from '../../../../src/news/sources/all.ts';
import { type SourceId, sourceIds } from '../../../../src/news/sources/list.ts';
import { oneLine, textOfHtml } from '../../../../src/news/sources/plain-text.ts';
import { routineOf } from '../../../../src/news/watch/routine.ts';
import { recorded } from '../recorded.ts';
import { testWatchList } from '../watch-list.ts';
import { expectPlain } from './plainness.ts';

function feedOf(id: SourceId) {
  const feed = createSources(testWatchList, [id], {})[0]?.feeds[0];
  if (!feed) throw new Error('no feed');
  return feed;
}

/** Whatever is read must be plain; nothing may be thrown. Returns how many findings came of it. */
function survive(id: SourceId, body: string): number {
  const parsed = feedOf(id).read(body);
  if (!parsed.ok) {
    expect(parsed.reason).not.toBe('');
    return 0;
  }
  for (const finding of parsed.findings) {
    expectPlain(finding);
    routineOf(finding);
  }
  return parsed.findings.length;
}

/** Text as a stranger would write it to do harm. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '@everyone',
        '<@&123>',
        '<script>x</script>',
        '&lt;',
        '&#8238;',
        ']]>',
        '<![CDATA[',
        '](https://evil.test)',
        '\u202e',
        '\u200b',
        '\ud800',
        '\0',
        '\n# ',
        '`',
        '||',
        '</entry>',
        '<!--',
        'https://evil.test',
        'javascript:x',
        ' '.repeat(50),
        'ORDER',
        'MINUTE entry before the Honorable X: ',
        'pro hac vice',
        '2026-13-45',
        '\u0301'.repeat(9),
      ),
    ),
    { maxLength: 12 },
  )
  .map(parts => parts.join(''));

const xmlText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\0', '');

describe('recorded bodies with bytes changed', () => {
  it.each(sourceIds)('%s', id => {
    const whole = recorded(id);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.option(fc.nat(whole.length)),
        fc.constantFrom(null, 'text/xml; charset=utf-16', 'text/xml; charset=shift_jis', 'application/json'),
        (changes, end, contentType) => {
          const bytes = Buffer.from(whole.subarray(0, end ?? whole.length));
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          survive(id, decodeText(bytes, contentType));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('bodies of the right shape with nasty texts', () => {
  const titleAndText = fc.array(fc.tuple(nasty, nasty, nasty), { minLength: 1, maxLength: 4 });
  const shapes: Partial<Record<SourceId, (items: [string, string, string][]) => string>> = {
    courtlistener: items =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>${items
        .map(
          ([title, text, id]) =>
            `<entry><id>${xmlText(id)}#entry-1</id><title type="html">${xmlText(title)}</title><link href="${xmlText(id).replaceAll('"', '')}"/><published>2026-01-01T12:00:00Z</published><summary type="html">${xmlText(text)}</summary></entry>`,
        )
        .join('')}</feed>`,
    ca7: items =>
      `<rss version="2.0"><channel>${items
        .map(
          ([title, text, link]) =>
            `<item><title>${xmlText(title)}</title><link>${xmlText(link)}</link><description>FinalOpinion in case# 99-1002 ${xmlText(text)}</description><pubDate>1 Jan 2026</pubDate></item>`,
        )
        .join('')}</channel></rss>`,
    'federal-register': items =>
      JSON.stringify({
        count: 1,
        results: items.map(([title, abstract, url]) => ({
          document_number: `${url}123`,
          title: `t${title}`,
          abstract,
          html_url: url,
          publication_date: '2026-01-01',
          type: title,
        })),
      }),
    'grants-gov': items =>
      JSON.stringify({
        errorcode: 0,
        data: {
          hitCount: 1,
          oppHits: items.map(([title, agency, id]) => ({
            id,
            number: agency,
            title: `t${title}`,
            agency,
            openDate: '01/01/2026',
            closeDate: title,
            oppStatus: agency,
          })),
        },
      }),
    ilga: items =>
      `<billstatus><actions>${items
        .map(
          ([chamber, action]) =>
            `<statusdate>1/1/2026</statusdate><chamber>${xmlText(chamber)}</chamber><action>a${xmlText(action)}</action>`,
        )
        .join('')}</actions></billstatus>`,
    doj: items =>
      JSON.stringify({
        metadata: { responseInfo: { status: 200 }, resultset: { count: 1 } },
        results: items.map(([title, body, url], index) => ({
          uuid: `0000000${index}`,
          title: `immigration ${title}`,
          body,
          url,
          date: '1767225600',
        })),
      }),
  };

  it.each(sourceIds)('%s', id => {
    let found = 0;
    fc.assert(
      fc.property(titleAndText, items => {
        found += survive(id, shapes[id]?.(items) ?? '');
      }),
      { numRuns: 200 },
    );
    // The shapes are right: most runs end in findings, not in a refusal.
    expect(found).toBeGreaterThan(100);
  });
});

describe('anything at all', () => {
  it('is no reason to crash', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json(), nasty);
    fc.assert(
      fc.property(anything, body => {
        for (const id of sourceIds) survive(id, body);
      }),
      { numRuns: 300 },
    );
  });

  it('is one plain line as HTML and as text, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(nasty, text => {
        for (const line of [oneLine(text), textOfHtml(text)]) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
          expect(oneLine(line)).toBe(line);
        }
      }),
      { numRuns: 500 },
    );
  });
});
