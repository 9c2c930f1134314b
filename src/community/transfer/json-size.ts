/** How deep the brackets of a JSON text stand inside each other, and how many values it has at most. */
export interface JsonSize {
  readonly depth: number;
  readonly values: number;
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const openers = new Set([0x5b, 0x7b]);
const closers = new Set([0x5d, 0x7d]);

/** Counted without parsing it: the parser needs seconds for millions of brackets. Of a text that is no JSON it says little. */
export function jsonSize(text: string): JsonSize {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === comma) values++;
    else if (openers.has(code)) {
      values++;
      deepest = Math.max(deepest, ++depth);
    } else if (closers.has(code)) depth--;
  }
  return { depth: deepest, values };
}

/** The place of the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
