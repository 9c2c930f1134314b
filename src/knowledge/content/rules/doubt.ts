import { languages } from '../../../i18n/languages.ts';
import type { CheckData } from '../check-file.ts';
import type { Fault, Knowledge } from '../entry.ts';
import type { KnowledgeRule } from '../load.ts';
import { type Text, textsOf } from './texts.ts';

/** A fifth. */
const mostDoubtful = 0.2;

/** What could not be confirmed stands in the last line only, and in at most a fifth of the entries of a language. */
export const doubtComesLast =
  ({ doubts }: CheckData): KnowledgeRule =>
  knowledge => {
    if (!doubts) return [];
    const early = Array.from(textsOf(knowledge)).flatMap(text =>
      linesInDoubt(text, doubts).some(line => line < linesOf(text).length - 1)
        ? [
            {
              file: text.file,
              reason:
                'says before its last line that something could not be confirmed: say it once, at the end',
            },
          ]
        : [],
    );
    const tooMany = languages.flatMap((language): Fault[] => {
      const { doubtful, all } = doubtShare(knowledge, doubts, language);
      const reason = `${doubtful} of ${all} entries say that something could not be confirmed; at most a fifth: leave it out where what is known suffices`;
      // One of four or fewer would be more than a fifth whatever one does.
      return doubtful > 1 && doubtful > all * mostDoubtful
        ? [{ file: `all entries (${language})`, reason }]
        : [];
    });
    return [...early, ...tooMany];
  };

type Doubts = NonNullable<CheckData['doubts']>;

/** How many entries of a language say that something could not be confirmed. */
export function doubtShare(
  knowledge: Knowledge,
  doubts: Doubts,
  language: keyof Doubts,
): { doubtful: number; all: number } {
  const entries = Array.from(textsOf(knowledge, [language])).filter(({ entry }) => entry);
  const doubtful = entries.filter(text => linesInDoubt(text, doubts).length > 0);
  return { doubtful: doubtful.length, all: entries.length };
}

const linesOf = ({ whole }: Text): string[] => whole.split('\n').filter(line => line.trim() !== '');

function linesInDoubt(text: Text, doubts: Doubts): number[] {
  const phrases = (doubts[text.language] ?? []).map(phrase => phrase.toLowerCase());
  return linesOf(text).flatMap((line, at) =>
    phrases.some(phrase => line.toLowerCase().includes(phrase)) ? [at] : [],
  );
}
