/**
 * Cuts Markdown into pages of at most `max` characters: between paragraphs where possible, else between lines, sentences, words, and in the
 * last resort anywhere but inside a surrogate pair. Never gives an empty list.
 */
export function paginate(text: string, max: number): readonly string[] {
  const pages: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const at = breakAt(rest, max);
    pages.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  pages.push(rest);
  return pages;
}

function breakAt(text: string, max: number): number {
  const head = text.slice(0, max + 1);
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
    const at = head.lastIndexOf(mark);
    // A page that is less than a third full would only make more pages.
    if (at > max / 3) return mark === '. ' ? at + 1 : at;
  }
  const splitsPair = /[\uD800-\uDBFF]/.test(text[max - 1] ?? '');
  return splitsPair ? max - 1 : max;
}
