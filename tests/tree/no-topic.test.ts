import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pack } from '../support/pack.ts';
import { productFiles, root } from './imports.ts';

const words = globSync(['src/i18n/words/*.json', 'sandbox/page/words/*.json'], { cwd: root });
/** The names of a source's own sections, kinds and hosts are the source's business. */
const adapters = /^src\/news\/sources\/|^sandbox\/sources\//;

/** The texts in quotation marks of a file, without comments and without the paths of imports. */
function textsOf(file: string): string[] {
  const code = readFileSync(path.join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')
    .replace(/(from|import)\s*\(?\s*'[^']*'/g, '');
  return Array.from(
    code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g),
    found => found.slice(1).join(''),
  );
}

/** As a command or an entry's folder, or alone. */
const topics = new RegExp(`(^|[/\`“])(${pack.topics.map(({ id }) => id).join('|')})(/|$|[\`”])`);
const place = /Illinois|Chicago|TRUST.?Act/i;
/** What the project is called is no claim about its content. */
const project = /trust[-_ ]act[-_ ]bot/gi;

/** Where a text names what only the pack may name. */
const naming = (file: string, text: string): string[] =>
  place.test(text.replace(project, '')) || (!adapters.test(file) && topics.test(text))
    ? [`${file}: ${text}`]
    : [];

it('code names no topic and no place: both come from the content pack', () => {
  const found = productFiles().flatMap(file => textsOf(file).flatMap(text => naming(file, text)));
  expect(found).toEqual([]);
});

it('the bot’s own words name none, besides what a source is called', () => {
  const found = words.flatMap(file =>
    textsOf(file).filter(
      text => place.test(text) || /\/(rights|trustact|grants|lawsuit|safety)\b/.test(text),
    ),
  );
  expect(found.toSorted()).toEqual(['Asamblea General de Illinois', 'Illinois General Assembly']);
  expect(words.length).toBeGreaterThanOrEqual(4);
});

it('would see one', () => {
  expect(naming('src/app/a.ts', '/rights')).toHaveLength(1);
  expect(naming('src/app/a.ts', 'safety')).toHaveLength(1);
  expect(naming('src/app/a.ts', 'grants/now')).toHaveLength(1);
  expect(naming('commands/a.ts', 'in Chicago')).toHaveLength(1);
  expect(naming('commands/a.ts', 'trust-act-bot of the TRUST Act')).toHaveLength(1);
  expect(textsOf('tests/tree/no-topic.test.ts')).toContain('would see one');
});
