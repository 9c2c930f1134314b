import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, shorten } from '../../src/messaging/markdown.ts';
import { paginate } from '../../src/messaging/paginate.ts';
import { decodeRoute, encodeRoute } from '../../src/messaging/route.ts';

describe('routes', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 15 }), { minLength: 1, maxLength: 3 }),
        ([first = '', ...rest]) => {
          expect(decodeRoute(encodeRoute([first, ...rest]))).toEqual([first, ...rest]);
        },
      ),
    );
  });

  it('refuses one that Discord would refuse', () => {
    expect(() => encodeRoute(['rights', 'x'.repeat(100)])).toThrow(RangeError);
  });

  it('takes anything apart', () => {
    expect(decodeRoute('')).toEqual(['']);
    expect(decodeRoute('a::%:%3')).toEqual(['a', '', '%', '%3']);
  });
});

describe('pages', () => {
  it('hold every word once, none over the limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.integer({ min: 40, max: 200 }),
        (text, max) => {
          const pages = paginate(text, max);
          expect(pages.every(page => page.length <= max)).toBe(true);
          expect(pages.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });

  it('breaks between paragraphs where it can', () => {
    expect(paginate(`${'a'.repeat(50)}\n\n${'b'.repeat(50)}`, 80)).toEqual(['a'.repeat(50), 'b'.repeat(50)]);
  });
});

describe('text of unknown origin', () => {
  it.each([
    ['**bold** _it_', '\\*\\*bold\\*\\* \\_it\\_'],
    ['@everyone <@1> <#2>', '\\@everyone \\<\\@1\\> \\<\\#2\\>'],
    ['[click](https://x.test)', '\\[click\\]\\(https\\://x.test\\)'],
    ['# big\n- item\n1. one', '\\# big\n\\- item\n1\\. one'],
    ['No. 1:25-cv-01285', 'No. 1\\:25-cv-01285'],
    ['a\u202Eb\u200Bc', 'abc'],
  ])('%s', (text, expected) => expect(plain(text)).toBe(expected));

  it('is never shortened in the middle of a pair', () => {
    expect(shorten('ab😀😀', 4)).toBe('ab…');
    expect(shorten('one two three', 9)).toBe('one two…');
  });
});
