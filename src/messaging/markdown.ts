/**
 * Text of unknown origin as Discord shows it letter by letter: no formatting, link, mention, timestamp or emoji comes of it.
 * The result may be up to twice as long.
 */
export function plain(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '')
    .replace(/[\\`*_~|<>[\]()#@:\-+.]/g, (mark, at: number) =>
      // A dot or a sign means something only at the start of a line (a list), a colon in a link or an emoji.
      mark === '.' || mark === '-' || mark === '+'
        ? startsLine(text, at)
          ? `\\${mark}`
          : mark
        : `\\${mark}`,
    );
}

function startsLine(text: string, at: number): boolean {
  return /(^|\n)[ \t]*\d*$/.test(text.slice(Math.max(0, at - 20), at));
}

/** The text cut at a word to at most `max` characters (UTF-16 units, never fewer than Discord counts), with an ellipsis where cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > max * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
