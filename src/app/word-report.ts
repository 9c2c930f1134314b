import { fileURLToPath } from 'node:url';
import { fallbackLanguage, languages } from '../i18n/languages.ts';
import { wordFaults } from '../i18n/word-faults.ts';
import { wordTypes } from '../i18n/word-types.ts';
import { missingWords, readWords } from '../i18n/words.ts';

/** What `npm run words` says of the words of every language, and the types it makes of the English ones. */
export function wordReport() {
  const english = readWords(fallbackLanguage);
  return {
    types: wordTypes(english),
    file: fileURLToPath(new URL('../i18n/words/words.ts', import.meta.url)),
    faults: languages.flatMap(language => wordFaults(english, readWords(language), language)),
    notes: languages.flatMap(language => {
      const missing = missingWords(language);
      const some = missing.slice(0, 10).map(name => `  ${name}`);
      const rest = missing.length > some.length ? [`  and ${missing.length - some.length} more`] : [];
      return missing.length > 0
        ? [`${language}: ${missing.length} words are not translated yet`, ...some, ...rest]
        : [];
    }),
  };
}
