/** Which folders, and which packages, the files of each folder may import (docs/decisions/tree.md). Types count like values. */
export interface Wall {
  readonly folders: readonly string[];
  readonly packages: readonly RegExp[];
}

const below = ['i18n', 'lib'];
const types = /^discord-api-types\//;

export const walls: Readonly<Record<string, Wall>> = {
  i18n: {
    folders: [],
    packages: [/^intl-messageformat$/, /^@formatjs\/icu-messageformat-parser$/, /^node:(fs|module)$/],
  },
  lib: { folders: [], packages: [/^node:/, /^pino$/, /^zod$/] },
  storage: {
    folders: ['lib'],
    packages: [/^node:/, /^zod$/, /^lowdb(\/|$)/, /^pg$/, /^p-limit$/, /^fs-native-extensions$/],
  },
  knowledge: {
    folders: below,
    packages: [
      /^node:(fs|path|url|module|crypto)$/,
      /^zod$/,
      /^js-yaml$/,
      /^minisearch(\/|$)/,
      /^snowball-stemmers$/,
      /^stopwords-iso/,
      /^syllable$/,
    ],
  },
  messaging: { folders: below, packages: [types] },
  settings: { folders: ['storage', ...below], packages: [/^zod$/, /^lru-cache$/] },
  interactions: { folders: ['messaging', ...below], packages: [types] },
  news: {
    folders: ['messaging', 'settings', 'knowledge', 'storage', ...below],
    packages: [
      types,
      /^node:/,
      /^zod$/,
      /^croner$/,
      /^lru-cache$/,
      /^feedsmith$/,
      /^fast-xml-parser$/,
      /^undici$/,
      /^ipaddr\.js$/,
      /^htmlparser2$/,
    ],
  },
  community: {
    folders: ['messaging', 'settings', 'knowledge', 'storage', ...below],
    packages: [types, /^node:crypto$/, /^zod$/, /^diff$/, /^lru-cache$/],
  },
  discord: {
    folders: ['interactions', 'messaging', 'lib'],
    packages: [/^node:/, /^@discordjs\/(ws|rest)$/, /^undici$/, types],
  },
  commands: {
    folders: ['interactions', 'messaging', 'news', 'community', 'settings', 'knowledge', ...below],
    packages: [types, /^diff$/],
  },
  app: {
    folders: [
      'commands',
      'interactions',
      'messaging',
      'news',
      'community',
      'settings',
      'knowledge',
      'storage',
      'discord',
      ...below,
    ],
    packages: [/./],
  },
  main: { folders: ['app'], packages: [] },
  cli: { folders: ['app', 'commands', 'knowledge', 'storage', 'discord'], packages: [/^node:/] },
  sandbox: { folders: ['app', 'cli', 'storage', 'i18n', 'lib'], packages: [/./] },
};
