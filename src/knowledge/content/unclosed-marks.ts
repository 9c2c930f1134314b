/**
 * The Markdown marks a text leaves open, such as `**` or a code fence: the bot's own lines below it would close them.
 * Discord's spans cross lines and paragraphs, so the whole text is one run; `>>> ` quotes all that follows and always counts.
 * No parser tells this: for Discord an open mark is plain text until a later one closes it.
 */
export function unclosedMarks(markdown: string): readonly string[] {
  const open: string[] = [];
  const toggle = (mark: string) => {
    const at = open.lastIndexOf(mark);
    if (at < 0) open.push(mark);
    else open.splice(at, 1);
  };
  for (let at = 0; at < markdown.length; ) {
    tokens.lastIndex = at;
    const token = tokens.exec(markdown);
    if (!token) break;
    at = tokens.lastIndex;
    const [text] = token;
    if (text.startsWith('`')) {
      const close = closingTicks(markdown, at, text.length);
      if (close === undefined) open.push(text.slice(0, 3));
      else at = close;
    } else if (text.startsWith('>>>')) open.push('>>>');
    else if (text === '*' && isolated(markdown, token.index)) continue;
    else if (text === '_' && insideWord(markdown, token.index)) continue;
    else if (text === '***') for (const mark of ['**', '*']) toggle(mark);
    else if (text === '___') for (const mark of ['__', '_']) toggle(mark);
    else if (/^[*_~|]/.test(text) && !text.startsWith('http')) toggle(text);
  }
  return [...new Set(open)];
}

// Escapes and addresses are matched so that the marks inside them are passed over.
const tokens = /\\[\s\S]|https?:\/\/[^\s<>)]+|`+|^>>>(?= )|\*{1,3}|_{1,3}|~~|\|\|/gm;

/** The position after the next run of exactly `count` backticks. */
function closingTicks(text: string, from: number, count: number): number | undefined {
  for (const run of text.slice(from).matchAll(/`+/g)) {
    if (run[0].length === count) return from + run.index + count;
  }
  return undefined;
}

/** A bullet or a multiplication sign: `* one`, `2 * 3`. */
function isolated(text: string, at: number): boolean {
  return /\s/.test(text[at + 1] ?? ' ') && /\s/.test(text[at - 1] ?? ' ');
}

/** `snake_case` is no emphasis. */
function insideWord(text: string, at: number): boolean {
  return /\w/.test(text[at - 1] ?? ' ') && /\w/.test(text[at + 1] ?? ' ');
}
