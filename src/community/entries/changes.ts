import { diffArrays } from 'diff';
import type { Language } from '../../i18n/languages.ts';
import { wordsOf } from '../../i18n/words.ts';

import { plain, shorten } from '../../messaging/markdown.ts';
import { type Content, fieldsOf, type Part, parts } from './content.ts';
import { partName } from './part-name.ts';

/** Characters of one sentence that are shown. */
const sentenceLimit = 240;

/**
 * What changed from one content to another, for people: part by part, what was taken out and what was added, sentence by sentence, the rest left out.
 * About `max` characters at most; what does not fit is counted.
 */
export function contentChanges(
  before: Content | undefined,
  after: Content | undefined,
  language: Language,
  max: number,
): string {
  const words = wordsOf(language).curate.changes;
  const [old, next] = [before && fieldsOf(before), after && fieldsOf(after)];
  const lines: string[] = [];
  let used = 0;
  let left = 0;
  const add = (line: string, counts: boolean) => {
    if (left > 0 || used + line.length > max) {
      if (counts) left++;
      return;
    }
    lines.push(line);
    used += line.length + 1;
  };
  for (const part of parts) {
    const [was, is] = [old?.[part] ?? '', next?.[part] ?? ''];
    if (was === is) continue;
    add(`**${partName(part, language)}**`, false);
    const changes = sentenceChanges(part, was, is, language);
    for (const change of changes) add(change, true);
    if (changes.length === 0) add(words.spacing, true);
  }
  if (lines.length === 0 && left === 0) return words.none;
  if (left > 0) lines.push(words.more({ count: left }));
  return lines.join('\n');
}

/** In words, not signs or colors: read aloud they say the same. */
function sentenceChanges(part: Part, was: string, is: string, language: Language): string[] {
  const words = wordsOf(language).curate.changes;
  return diffArrays(piecesOf(part, was), piecesOf(part, is)).flatMap(({ added, removed, value }) => {
    if (!added && !removed) return [];
    const word = added ? words.added : words.takenOut;
    return value.map(piece => `${word} ${plain(shorten(piece, sentenceLimit))}`);
  });
}

/** Sentences and lines of an answer, names of the aliases, the whole of the rest. */
function piecesOf(part: Part, text: string): string[] {
  const between = part === 'aliases' ? /, / : part.startsWith('answer_') ? /(?<=[.!?…])\s+|\n+/ : /$^/;
  return text
    .split(between)
    .map(piece => piece.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}
