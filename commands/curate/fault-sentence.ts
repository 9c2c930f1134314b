import type { ContentFault } from '../../src/community/entries/content-faults.ts';
import { partName } from '../../src/community/entries/part-name.ts';
import { type Language, languageIn, languages } from '../../src/i18n/languages.ts';
import { listed } from '../../src/i18n/lists.ts';
import { wordsOf } from '../../src/i18n/words.ts';

import { plain, shorten } from '../../src/messaging/markdown.ts';

const quoted = (text: string) => plain(shorten(text, 80));

/** A fault as one sentence that says what to do. */
export function faultSentence(fault: ContentFault, language: Language): string {
  const words = wordsOf(language).faults;
  switch (fault.code) {
    case 'too-long':
      return fault.shown === undefined
        ? words['too-long']({
            part: partName(fault.part, language),
            is: fault.is,
            over: fault.is - fault.max,
            max: fault.max,
          })
        : words['alias-too-long']({ shown: quoted(fault.shown), is: fault.is, max: fault.max });
    case 'too-many-aliases':
      return words['too-many-aliases']({ is: fault.is, max: fault.max });
    case 'duplicate':
      return fault.other === undefined
        ? words['duplicate-own']({ name: quoted(fault.name) })
        : words.duplicate({
            part: partName(fault.part, language),
            name: quoted(fault.name),
            other: quoted(fault.other),
          });
    case 'source-not-https':
    case 'source-not-an-address':
    case 'source-invite':
      return words[fault.code]({ source: quoted(fault.source) });
    case 'unsafe': {
      const { unsafe } = wordsOf(language).texts;
      const reason =
        fault.fault.code === 'masked-link'
          ? unsafe['masked-link']({ shown: quoted(fault.fault.shown), leads: quoted(fault.fault.leads) })
          : fault.fault.code === 'unclosed' && fault.fault.found === '>>>'
            ? unsafe['unclosed-quote']
            : unsafe[fault.fault.code]({ found: quoted(fault.fault.found) });
      return words.unsafe({ part: partName(fault.part, language), reason });
    }
    case 'no-answer': {
      const named = languages.map(one => languageIn(one, language));
      return words['no-answer']({ languages: listed(named, language, 'or') });
    }
    default:
      return words[fault.code];
  }
}
