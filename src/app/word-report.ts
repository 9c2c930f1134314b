import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fallbackLanguage, languages, requiredLanguages } from '../i18n/languages.ts';
import { wordFaults } from '../i18n/word-faults.ts';
import { wordTypes } from '../i18n/word-types.ts';
import { missingWords, readWords } from '../i18n/words.ts';
import { registration } from '../interactions/register.ts';
import { packFile } from '../knowledge/content/files.ts';
import { readPack } from '../knowledge/content/pack.ts';
import { folders } from './folders.ts';
import { loadCommands } from './load-commands.ts';

/** What `npm run words` says of the words of every language, and the types it makes of the English ones. */
export function wordReport() {
  const english = readWords(fallbackLanguage);
  const [required, others] = [requiredLanguages, languages.filter(one => !requiredLanguages.includes(one))];
  return {
    types: wordTypes(english),
    file: fileURLToPath(new URL('../i18n/words/words.ts', import.meta.url)),
    faults: [
      ...languages.flatMap(language => wordFaults(english, readWords(language), language)),
      ...required.flatMap(language =>
        missingWords(language).map(name => `src/i18n/words/${language}.json: ${name} is missing`),
      ),
    ],
    notes: others.flatMap(language => {
      const missing = missingWords(language);
      const some = missing.slice(0, 10).map(name => `  ${name}`);
      const rest = missing.length > some.length ? [`  and ${missing.length - some.length} more`] : [];
      return missing.length > 0
        ? [`${language}: ${missing.length} words are not translated yet`, ...some, ...rest]
        : [];
    }),
  };
}

/** Of each command, the first name or description that Discord would be told and that has no words. A faulty pack is `npm run knowledge`'s to tell. */
export async function commandFaults(): Promise<string[]> {
  const read = readPack(readFileSync(path.join(folders.knowledge, packFile), 'utf8'));
  if (!read.ok) return [];
  const commands = await loadCommands(folders.commands, read.pack);
  return [...commands.values()].flatMap(command => {
    try {
      registration([command], 'global');
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}
