import { expect } from 'vitest';
import { plain } from '../../../../src/messaging/markdown.ts';
import { type Finding, findingSchema } from '../../../../src/news/model/finding.ts';

/** What is left of text that Discord would act on: mentions, timestamps, emoji, links, headings, lists, quotes, code. */
const acted = /(^|[^\\])(@(everyone|here)|<[@#/:t]|\]\(|https?:\/\/|`|\*|\|\||~~)|^\s*([#>]|\d+\.|[-+*])\s/;

/**
 * A finding from a stranger: within its limits, of one line, without markup's leftovers or anything invisible, and leading to the web. Shown
 * with `plain`, as every card must, Discord finds nothing in it to act on.
 */
export function expectPlain(finding: Finding): void {
  expect(findingSchema.parse(finding)).toEqual(finding);
  for (const text of [finding.title, finding.quote, finding.caseName ?? '']) {
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u);
    expect(text).not.toMatch(/\p{M}{5}/u);
    expect(text).toBe(text.trim());
    expect(plain(text)).not.toMatch(acted);
  }
  const link = new URL(finding.link);
  expect(link.protocol).toMatch(/^https?:$/);
  expect(link.username + link.password).toBe('');
}
