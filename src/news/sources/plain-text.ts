import { Parser } from 'htmlparser2';

const breaking = new Set(
  'address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const unread = new Set([
  'script',
  'style',
  'template',
  'head',
  'iframe',
  'object',
  'noscript',
  'svg',
  'math',
]);

/** More than any docket entry or press release has; the parser's time grows with the square of unclosed tags. */
const htmlLimit = 20_000;

/** The readable text of the first 20,000 characters of HTML, on one line: no tag, script, comment or entity is left. */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentagname: name => {
      if (unread.has(name)) hidden++;
      if (breaking.has(name)) parts.push(' ');
    },
    ontext: text => {
      if (hidden === 0) parts.push(text);
    },
    onclosetag: name => {
      if (unread.has(name)) hidden--;
      if (breaking.has(name)) parts.push(' ');
    },
  });
  parser.end(html.slice(0, htmlLimit));
  return oneLine(parts.join(''));
}

/**
 * Text on one line, without what a reader cannot see: control and format characters (zero-width, direction overrides), unassigned ones and
 * halves of surrogate pairs. Stacks of combining marks, which can cover the lines around them, are cut to four.
 */
export function oneLine(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
      // Only now: what stood between a letter and its mark is gone.
      .normalize('NFC')
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
