import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';

/** A value, or what is wrong, for a person who does not program. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/**
 * The content of YAML text, with every scalar as a string: `911`, `no` and `1.10` stay what the author wrote, the schemas
 * convert. `firstLine` is the line of the file the text starts at. js-yaml reads 150 front matters in a quarter of the
 * time that `yaml` takes, and the bot waits for it at start.
 */
export function parseYaml(text: string, firstLine = 1): Parsed<unknown> {
  try {
    return { ok: true, value: load(text, { schema: FAILSAFE_SCHEMA }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = firstLine + (error.mark?.line ?? 0);
    const hint = 'A text with a colon, # or a quotation mark must stand in "double quotes".';
    return { ok: false, reason: `line ${line} cannot be read as YAML (${error.reason}). ${hint}` };
  }
}

/** The front matter and the body of a content file: `---`, YAML, `---`, Markdown. */
export function splitFrontMatter(text: string): Parsed<{ front: unknown; body: string }> {
  if (!/^---[ \t]*\n/.test(text)) {
    return {
      ok: false,
      reason: 'does not start with a line `---`; the front matter (title, sources …) goes below it',
    };
  }
  const start = text.indexOf('\n') + 1;
  const end = /^---[ \t]*$/m.exec(text.slice(start));
  if (!end) return { ok: false, reason: 'has no second line `---` to end the front matter' };
  const front = parseYaml(text.slice(start, start + end.index), 2);
  if (!front.ok) return front;
  return {
    ok: true,
    value: { front: front.value, body: text.slice(start + end.index + end[0].length).trim() },
  };
}
