import { expect, test } from 'vitest';
import { markdown } from '../../sandbox/markdown.ts';

const names = { user: () => 'Dana', role: () => 'Updates', channel: () => 'general' };
const of = (text: string) => markdown(text, names);
const text = (content: string) => ({ type: 'text', text: content });

test('headings, subtext, quotes and emphasis', () => {
  expect(of('## Title\n**bold** *it* __u__ ~~s~~\n-# quiet\n> said')).toEqual([
    { type: 'heading', level: 2, children: [text('Title')] },
    { type: 'strong', children: [text('bold')] },
    text(' '),
    { type: 'em', children: [text('it')] },
    text(' '),
    { type: 'u', children: [text('u')] },
    text(' '),
    { type: 'del', children: [text('s')] },
    { type: 'break' },
    { type: 'subtext', children: [text('quiet')] },
    { type: 'quote', children: [text('said')] },
  ]);
});

test('lists, nested and numbered', () => {
  expect(of('- a\n  - b\n- c\n3. d')).toEqual([
    {
      type: 'list',
      ordered: false,
      start: 1,
      items: [[text('a'), { type: 'list', ordered: false, start: 1, items: [[text('b')]] }], [text('c')]],
    },
    { type: 'list', ordered: true, start: 3, items: [[text('d')]] },
  ]);
});

test('mentions and timestamps', () => {
  const id = '123456789012345678';
  expect(
    of(`<@${id}> <@&${id}> <#${id}> </faq:${id}> @everyone <t:1700000000:R>`).filter(
      mark => mark.type !== 'text',
    ),
  ).toEqual([
    { type: 'mention', name: '@Dana', rings: true },
    { type: 'mention', name: '@Updates', rings: true },
    { type: 'mention', name: '#general', rings: false },
    { type: 'mention', name: '/faq', rings: false },
    { type: 'mention', name: '@everyone', rings: true },
    { type: 'time', at: 1_700_000_000_000, style: 'R' },
  ]);
});

test('only web addresses become links; the rest stays what was written', () => {
  expect(of('[Act](https://www.ilga.gov/) [x](javascript:alert(1))')).toEqual([
    { type: 'link', href: 'https://www.ilga.gov/', children: [text('Act')] },
    expect.objectContaining({ type: 'text' }),
  ]);
  expect(JSON.stringify(of('[x](javascript:alert(1)) [y](data:text/html,z)'))).not.toContain('"link"');
});

test('tags are text', () => {
  expect(of('<script>alert(1)</script> & <b>')).toEqual([text('<script>alert(1)</script> & <b>')]);
});

test('a number in pointed brackets is called when it is tapped', () => {
  expect(of('Call <+18555550100> now')).toEqual([
    text('Call '),
    { type: 'link', href: 'tel:+18555550100', children: [text('+18555550100')] },
    text(' now'),
  ]);
  expect(of('<+123>')).toEqual([text('<+123>')]);
});
