import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Which rooms, and which packages, each room may import (DESIGN part 3). Files directly in `src/` join the rooms and may import all. */
const table: Record<string, { rooms: readonly string[]; packages: readonly RegExp[] }> = {
  i18n: { rooms: [], packages: [] },
  storage: {
    rooms: ['i18n'],
    packages: [/^node:/, /^zod$/, /^lowdb/, /^pg$/, /^p-limit$/, /^fs-native-extensions$/],
  },
  knowledge: {
    rooms: ['i18n'],
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
  bot: { rooms: ['i18n', 'knowledge', 'faq', 'updates'], packages: [/^discord-api-types/] },
  faq: {
    rooms: ['i18n', 'storage', 'knowledge', 'bot'],
    packages: [/^node:crypto$/, /^zod$/, /^diff$/],
  },
  updates: {
    rooms: ['i18n', 'storage', 'knowledge', 'bot', 'faq'],
    packages: [
      /^node:/,
      /^zod$/,
      /^croner$/,
      /^feedsmith$/,
      /^fast-xml-parser$/,
      /^undici$/,
      /^ipaddr\.js$/,
      /^htmlparser2$/,
    ],
  },
  commands: { rooms: ['bot', 'i18n', 'faq', 'updates', 'knowledge'], packages: [] },
  discord: {
    rooms: ['bot', 'i18n'],
    packages: [/^node:/, /^@discordjs\/(ws|rest)$/, /^undici$/, /^discord-api-types/],
  },
  sandbox: { rooms: ['sandbox', 'storage', 'i18n'], packages: [/./] },
};

/** Imported from these rooms: types only. */
const typesOnly: Record<string, readonly string[]> = {
  bot: ['faq', 'updates'],
  commands: [],
  faq: [],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly target: string;
  readonly isType: boolean;
}

const roomOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/');
  if (first === 'commands') return 'commands';
  return file.split('/').length > 2 ? second : 'root';
};

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const found = source.matchAll(
    /^\s*(import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return [...found].map(([text, , type, target, dynamic]) => ({
    file,
    from: roomOf(file),
    target: target ?? dynamic ?? '',
    // A list in braces in which every name is a type.
    isType: type !== undefined || /\{(\s*type\s+[^,}]+,?)+\s*\}/.test(text),
  }));
}

const files = globSync(['src/**/*.ts', 'commands/*.ts'], { cwd: root }).filter(
  file => !file.includes('sandbox/page/'),
);
const imports = files.flatMap(importsOf);

function fault({ file, from, target, isType }: Import): string | undefined {
  const rule = table[from];
  if (from === 'root') return target.includes('/sandbox/') ? `${file} imports the sandbox` : undefined;
  if (!rule) return `${file} is in a room that is not in the table`;
  if (!target.startsWith('.')) {
    const allowed = rule.packages.some(pattern => pattern.test(target));
    return allowed ? undefined : `${file} may not import ${target}`;
  }
  const to = roomOf(path.join(path.dirname(file), target));
  if (to === from) return undefined;
  // The log's and the configuration's shapes are everyone's; the sandbox starts the whole bot.
  if (to === 'root')
    return isType || from === 'sandbox' || target.endsWith('/log.ts')
      ? undefined
      : `${file} may not import ${target}`;
  if (!rule.rooms.includes(to)) return `${file} may not import from ${to}`;
  if (typesOnly[from]?.includes(to) && !isType) return `${file} may import only types from ${to}`;
  return undefined;
}

describe('rooms', () => {
  it('finds the import lines', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(new Set(imports.map(found => found.from))).toContain('commands');
  });

  it('keeps to the table', () => {
    expect(imports.map(fault).filter(Boolean)).toEqual([]);
  });

  it('would see a breach', () => {
    const breach = (file: string, target: string) =>
      fault({ file, from: roomOf(file), target, isType: false });
    expect(breach('src/bot/handle.ts', 'discord.js')).toContain('may not import discord.js');
    expect(breach('src/bot/handle.ts', '../faq/revisions.ts')).toContain('only types');
    expect(breach('commands/ask.ts', '../src/discord/http.ts')).toContain('may not import from discord');
    expect(breach('src/storage/file.ts', '../knowledge/load.ts')).toContain('may not import from knowledge');
    expect(breach('src/app.ts', './sandbox/main.ts')).toContain('imports the sandbox');
  });
});
