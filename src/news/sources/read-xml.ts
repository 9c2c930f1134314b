/** A tag that is seen more often than this makes a feed no feed. */
const tagLimit = 2_000;

/**
 * Runs an XML parser on a body from a stranger. A document type is refused before parsing, and with it every declared entity; so are more
 * items than a feed has, as parsing them would hold up everything else. Whatever the parser throws becomes a reason.
 */
export function readXml<T>(
  body: string,
  itemTag: string,
  parse: (body: string) => T,
): { value: T } | { reason: string } {
  if (/<!(DOCTYPE|ENTITY)/i.test(body)) return { reason: 'it declares a document type, which no feed needs' };
  if (body.split(`<${itemTag}`, tagLimit + 2).length > tagLimit + 1)
    return { reason: `more than ${tagLimit} items` };
  try {
    return { value: parse(body) };
  } catch (error) {
    // Parsers say "this is not XML" by throwing; a RangeError is too deep a nesting.
    if (error instanceof Error) return { reason: `it is not the XML expected (${error.name})` };
    throw error;
  }
}
