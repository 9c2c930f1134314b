/**
 * The text of a body: by its byte order mark, else the header's charset, else the XML declaration's encoding, else UTF-8. Bytes that are no
 * text in that encoding become U+FFFD; an encoding nobody knows counts as UTF-8.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const label =
    byteOrderMark(bytes) ??
    /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType ?? '')?.[1] ??
    /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]+)/i.exec(latin1(bytes.subarray(0, 200)))?.[1];
  return new TextDecoder(known(label) ? label : 'utf-8').decode(bytes);
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return undefined;
}

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

function known(label: string | undefined): boolean {
  try {
    return label !== undefined && new TextDecoder(label).encoding !== '';
  } catch {
    // TextDecoder throws a RangeError for a label it does not know.
    return false;
  }
}
