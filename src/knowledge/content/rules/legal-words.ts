import type { CheckData } from '../check-file.ts';
import type { KnowledgeRule } from '../load.ts';
import { textsOf } from './texts.ts';

/** An explanation stands at most so many characters before or behind the word. */
const near = 240;

/** Legal words of `check.yaml` that an entry uses without explaining them where they first stand. */
export const legalWordsExplained =
  ({ legalWords }: CheckData): KnowledgeRule =>
  knowledge =>
    Array.from(textsOf(knowledge)).flatMap(({ file, language, body, entry }) => {
      if (!entry) return [];
      const text = body.replaceAll('*', '').toLowerCase();
      return Object.values(legalWords).flatMap(word => {
        const own = word[language];
        if (!own) return [];
        const { words, explained } = own;
        const at = firstOf(words, text);
        if (at === undefined) return [];
        const around = text.slice(Math.max(0, at - near), at + near);
        if (explained.some(sign => around.includes(sign.toLowerCase()))) return [];
        return [
          {
            file,
            reason: `uses “${words[0]}” without explaining it where it first stands, such as “${explained[0]}” (all words that count as explaining it are in check.yaml)`,
          },
        ];
      });
    });

function firstOf(words: readonly string[], text: string): number | undefined {
  const found = words.flatMap(word => {
    const escaped = RegExp.escape(word.toLowerCase());
    return new RegExp(String.raw`(?<!\p{L})${escaped}(?!\p{L})`, 'u').exec(text)?.index ?? [];
  });
  return found.length > 0 ? Math.min(...found) : undefined;
}
