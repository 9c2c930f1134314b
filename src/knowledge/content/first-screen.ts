/** An urgent text in two parts: what a person in trouble must see at once, and all that comes after. */
export interface FirstScreen {
  /** One to three lines of what to do. */
  readonly lines: readonly string[];
  /** The line with the number to call. */
  readonly number: string;
  readonly rest: string;
}

/** Numbers that Discord's app calls when they are tapped, and the short ones that everyone knows by heart. */
export const callable = /<\+\d{8,15}>|(?<![\d-])(?:911|988)(?![\d-])/;

/** Parts an urgent text after its number, or undefined where it does not begin with one to three lines and then a number to call. */
export function firstScreen(body: string): FirstScreen | undefined {
  const all = body.split('\n');
  const first = [...all.entries()].filter(([, line]) => line.trim() !== '').slice(0, 4);
  const at = first.findLastIndex(([, line]) => callable.test(line));
  const [index = 0, number = ''] = first[at] ?? [];
  if (at < 1) return undefined;
  return {
    lines: first.slice(0, at).map(([, line]) => line),
    number,
    rest: all
      .slice(index + 1)
      .join('\n')
      .trim(),
  };
}
