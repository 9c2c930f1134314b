import type { ContentFault } from '../../src/community/entries/content-faults.ts';
import type { Language } from '../../src/i18n/language.ts';
import { faultWords } from '../../src/i18n/words/faq-faults.ts';
import { knowledgeWords } from '../../src/i18n/words/knowledge.ts';
import { plain, shorten } from '../../src/messaging/markdown.ts';

const quoted = (text: string) => plain(shorten(text, 80));

/** A fault as one sentence that says what to do. */
export function faultSentence(fault: ContentFault, language: Language): string {
  const words = faultWords[language];
  switch (fault.code) {
    case 'too-long':
      return fault.shown === undefined
        ? words['too-long'](words.parts[fault.part], fault.is, fault.max)
        : words['alias-too-long'](quoted(fault.shown), fault.is, fault.max);
    case 'too-many-aliases':
      return words['too-many-aliases'](fault.is, fault.max);
    case 'duplicate':
      return fault.other === undefined
        ? words['duplicate-own'](quoted(fault.name))
        : words.duplicate(words.parts[fault.part], quoted(fault.name), quoted(fault.other));
    case 'source-not-https':
    case 'source-not-an-address':
    case 'source-invite':
      return words[fault.code](quoted(fault.source));
    case 'unsafe': {
      const { unsafe } = knowledgeWords[language];
      const reason =
        fault.fault.code === 'masked-link'
          ? unsafe['masked-link'](quoted(fault.fault.shown), quoted(fault.fault.leads))
          : unsafe[fault.fault.code](quoted(fault.fault.found));
      return words.unsafe(words.parts[fault.part], reason);
    }
    default:
      return words[fault.code];
  }
}
