/**
 * The file name of a key, without ending: lower-case ASCII that every file system keeps apart, also those that do not tell `A` from `a`. `+`
 * stands for the colon; other characters are their UTF-8 bytes as `%xx`.
 */
export function fileNameOf(key: string): string {
  return key.replace(/[^a-z0-9_-]/gu, character =>
    character === ':' ? '+' : Buffer.from(character).toString('hex').replace(/../g, '%$&'),
  );
}

/** The key of a file name; undefined where it is not one of {@link fileNameOf}. */
export function keyOfFileName(name: string): string | undefined {
  try {
    const key = decodeURIComponent(name.replaceAll('+', ':'));
    return fileNameOf(key) === name ? key : undefined;
  } catch {
    return undefined;
  }
}
