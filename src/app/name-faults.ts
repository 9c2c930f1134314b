import { type Language, languages } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Fault, Knowledge, Topic } from '../knowledge/content/entry.ts';
import { packFile } from '../knowledge/content/files.ts';
import { folders } from './folders.ts';
import { commandNames } from './load-commands.ts';

/** Commands and options of a pack that are called like others, in any language: Discord takes no two of one name, and people could not tell them apart. */
export function nameFaults({ pack }: Pick<Knowledge, 'pack'>): readonly Fault[] {
  const own = commandNames(folders.commands);
  return languages.flatMap(language => {
    const taken = new Map(own.map(name => [wordOf(name, language), `the bot’s own /${name}`]));
    return pack.topics.flatMap(topic => {
      const words = topic.command?.texts[language];
      if (!words) return [];
      const other = taken.get(words.name);
      taken.set(words.name, `the topic ${topic.id}`);
      return [
        ...(other ? [fault(topic, language, 'name', words.name, other)] : []),
        ...Object.entries(wordsOf(language).commonOptions)
          .filter(([, { name }]) => name === words.option)
          .map(([name]) =>
            fault(topic, language, 'option', words.option, `the option ${name} of every command`),
          ),
      ];
    });
  });
}

function wordOf(name: string, language: Language): string {
  const words: Readonly<Record<string, { readonly name: string }>> = wordsOf(language).commands;
  return words[name]?.name ?? name;
}

const fault = ({ id }: Topic, language: Language, what: string, name: string, other: string): Fault => ({
  file: packFile,
  reason: `the topic ${id}: its command’s ${what} in ${language}, “${name}”, is taken by ${other}; choose another one`,
});
