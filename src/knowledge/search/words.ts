// A question longer than this is cut: Discord allows 6,000 characters, nobody asks that long.
const maxCharacters = 2_000;
const maxWords = 200;

/**
 * The words of a text: lower case, without accents and apostrophes, letters apart from digits (`287g` → `287`, `g`).
 * At most 200 of at most 40 characters for questions; all of them for texts (`limit: false`).
 */
export function wordsOf(text: string, limit = true): string[] {
  const cut = limit ? text.slice(0, maxCharacters) : text;
  const plain = cut
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`´](?:s\b)?/g, '');
  const words = plain.match(/\p{L}+|\p{N}+/gu) ?? [];
  const sized = words.map(word => (/^0+\d/.test(word) ? word.replace(/^0+/, '') : word.slice(0, 40)));
  return limit ? sized.slice(0, maxWords) : sized;
}

/** A title or alias as people may type it: words joined by single spaces. */
export function nameKey(text: string): string {
  return wordsOf(text).join(' ');
}
