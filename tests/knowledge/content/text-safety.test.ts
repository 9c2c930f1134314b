import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFaults } from '../../../src/knowledge/content/text-safety.ts';

const unsafe: [text: string, codes: string[]][] = [
  ['Hello @everyone and @here', ['mention', 'mention']],
  ['<@123> <@!123> <@&456> <#789> <id:customize>', ['mention', 'mention', 'mention', 'mention', 'mention']],
  ['Join discord.gg/abc now', ['invite']],
  ['https://ptb.discord.com/invite/abc', ['invite']],
  ['https://discordapp.com//invite/abc', ['invite']],
  ['discord%2Egg%2Fabc', ['invite']],
  ['[ilga.gov](https://other.example/x)', ['masked-link']],
  ['[see [www.ilga.gov] here](https://other.example)', ['masked-link']],
  ['https://ilga.gov@other.example/', ['masked-link']],
  ['[ilga.gov](https://notilga.gov)', ['masked-link']],
  ['[x](http://ilga.gov)', ['insecure-link']],
  ['http://ilga.gov', ['insecure-link']],
  ['[x](javascript:alert)', ['insecure-link']],
  ['steam://run/1', ['insecure-link']],
  ['zero\u200bwidth', ['invisible']],
  ['\u202egnp.exe', ['invisible']],
  ['soft\u00adhyphen', ['invisible']],
  ['bell\u0007', ['invisible']],
  ['filler\u3164', ['invisible']],
  ['a\u200db', ['invisible']],
  ['**open', ['unclosed']],
  ['an *open one', ['unclosed']],
  ['_open', ['unclosed']],
  ['~~open', ['unclosed']],
  ['||open', ['unclosed']],
  ['`open', ['unclosed']],
  ['```\nopen', ['unclosed']],
  ['``a`` `b', ['unclosed']],
  ['first line\n>>> all of it', ['unclosed']],
];

test.each(unsafe)('%j is refused', (text, codes) => {
  expect(textFaults(text).map(({ code }) => code)).toEqual(codes);
});

const safe = [
  'A **bold**, *slanted*, __underlined__, _other_, ~~struck~~ and ||hidden|| word, ***both***.',
  '[ilga.gov](https://www.ilga.gov/x) and [the Act](https://ilga.gov) and <https://ilga.gov/a_b_c>',
  '* one\n* two\n- three\n> quoted\n1. four',
  '2 * 3 = 6, snake_case_name, a\\*b, \\_x',
  '`**` and ```\n** __ ~~\n```',
  'Family 👨‍👩‍👧, Scotland 🏴󠁧󠁢󠁳󠁣󠁴󠁿, Persian نمی‌خواهم, café ¿qué?',
  'Mail legal@example.org; U.S. v. Illinois, No. 1:25-cv-01285 (N.D. Ill.)',
];

test.each(safe)('%j is safe', text => {
  expect(textFaults(text)).toEqual([]);
});

test('any text gets an answer, and a mention in it never passes', () => {
  const mention = fc.constantFrom('@everyone', '@here', '<@1>', '<@&2>', '<#3>');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      mention,
      fc.string({ maxLength: 100 }),
      (before, found, after) => {
        const codes = textFaults(`${before} ${found} ${after}`).map(({ code }) => code);
        expect(codes).toContain('mention');
      },
    ),
  );
});

test('an added line of the bot never changes its meaning below safe text', () => {
  const marks = fc.constantFrom(
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    ' ',
    '\n',
    'word',
    '\\',
    '>>> ',
    'https://a.example/b_c',
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 12 }), parts => {
      const text = `${parts.join('')}\n`;
      fc.pre(textFaults(text).length === 0);
      // Closed text followed by open text is open by exactly what the second opens.
      expect(textFaults(`${text}**`).map(fault => 'found' in fault && fault.found)).toEqual(['**']);
    }),
    { numRuns: 500 },
  );
});
