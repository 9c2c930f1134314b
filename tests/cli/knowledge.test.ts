import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFolder, entryText, spanishText } from '../knowledge/content/folder.ts';
import { other } from '../knowledge/content/rules/faults-of.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const en = 'rights/silence.en.md';
const es = 'rights/silence.es.md';

/** Both languages with the same change. */
const both = (front: Record<string, string>) => ({ [en]: entryText(front), [es]: spanishText(front) });

describe('npm run knowledge', () => {
  const cli = path.join(import.meta.dirname, '../../src/cli/knowledge.ts');
  const run = (folder: string, ...options: string[]) =>
    spawnSync(process.execPath, [cli, folder, ...options], { encoding: 'utf8' });

  test('checks the pack that .env names, as the bot would take it', () => {
    const here = temporaryFolder();
    writeFileSync(path.join(here, '.env'), `KNOWLEDGE_DIR=${contentFolder({ 'pack.yaml': null })}\n`);
    const { status, stderr } = spawnSync(process.execPath, [cli], {
      encoding: 'utf8',
      cwd: here,
      env: { PATH: process.env.PATH },
    });
    expect(status).toBe(1);
    expect(stderr).toContain('pack.yaml\n  - the file is missing');
  });

  test('prints every fault under its file and exits with 1', () => {
    const folder = contentFolder({ [en]: entryText({ status: 'new', asOf: 'today' }) });
    writeFileSync(path.join(folder, 'notes.txt'), '');
    const { status, stderr, stdout } = run(folder);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${en}\n  - \`asOf\` is “today”`);
    expect(stderr).toContain('  - `status` is “new” but must be one of');
    expect(stderr).toContain('notes.txt\n  - is not a file of the knowledge base');
    expect(stderr).toContain('\n3 faults in ');
  });

  test('reads the word lists of the search too', () => {
    const { status, stderr } = run(
      contentFolder({
        'glossary.yaml': 'concepts: { Police: { en: [cop] }, ice: { en: [ice], fr: [glace] } }',
        'out-of-scope.yaml': null,
      }),
    );
    expect(status).toBe(1);
    expect(stderr).toContain(
      'glossary.yaml\n  - `concepts`, `Police` is no good name: it must be lower case letters, digits and hyphens',
    );
    expect(stderr).toContain('has the unknown key `fr`');
    expect(stderr).toContain('out-of-scope.yaml\n  - the file is missing');
  });

  test('prints the counts and the overdue entries of content in order', () => {
    const { status, stdout } = run(contentFolder(both({ reviewBy: '2025-06-01' })));
    expect(status).toBe(0);
    expect(stdout).toContain('rights       1 entries');
    expect(stdout).toContain('1 developments, 2 sources, 1 hotlines');
    expect(stdout).toContain('1 overdue for review\n  rights/silence (2025-06-01)');
  });

  test('prints tables: topics and statuses, grades and lengths, months, doubts, sources', () => {
    const { status, stdout } = run(
      contentFolder({
        ...both({ reviewBy: '2025-06-01', sources: '[act]' }),
        'check.yaml': 'doubts: { en: [could not confirm], es: [no pudimos confirmar] }',
      }),
    );
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    const row = (start: string) => lines.find(line => line.startsWith(start))?.split(/ {2,}/);
    expect(row('topic')).toEqual(['topic', 'entries', 'current', 'open', 'historical', 'urgent']);
    expect(row('rights')).toEqual(['rights', '1 entries', '1', '0', '0', '0']);
    expect(row('entries: characters')).toEqual(['entries: characters', '20', '20', 'rights/silence']);
    expect(row('entries: grade')?.at(-1)).toBe('rights/silence');
    expect(row('developments: grade')?.at(-1)).toBe('2025-07-25-ruling');
    expect(row('before')?.slice(1)).toEqual(['1', '100 %']);
    expect(stdout).toContain('“Could not confirm” stands in 0 of 1 entries (en): 0 %.');
    expect(stdout).toContain(
      '1 sources without address\n  article\n1 sources that nothing uses\n  article\n',
    );
  });

  test('warns of a median grade above 6', () => {
    const body = 'A federal officer may ask you many questions about your family. You may stay silent.';
    const { status, stdout } = run(contentFolder({ [en]: entryText({}, body) }));
    expect(status).toBe(0);
    expect(stdout).toContain('Warning: the entries’ median grade is ');
  });

  test('--due lists what falls due in so many days, and what is overdue', () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const asOf = day(-340);
    const folder = contentFolder({
      ...both({ asOf, reviewBy: day(20) }),
      ...other('Yes.', 'Sí.', { asOf, reviewBy: day(-2) }),
    });
    expect(run(folder, '--due', '30').stdout).toBe(
      `1 overdue for review\n  rights/other (${day(-2)})\n1 due for review by ${day(30)}\n  rights/silence (${day(20)})\n`,
    );
    expect(run(folder, '--due', '10').stdout).toContain(`0 due for review by ${day(10)}\n`);
  });

  test('--coverage reads the map beside the content', () => {
    const folder = contentFolder();
    expect(run(folder, '--coverage').stdout).toContain('There is no docs/claim-map.md beside this content.');
  });

  test('tells the faults of check.yaml, and of the texts by its words', () => {
    const { stderr } = run(contentFolder({ 'check.yaml': 'dayz: {}' }));
    expect(stderr).toContain('check.yaml\n  - has the unknown key `dayz`');
    const doubts = 'doubts: { en: [could not confirm], es: [no pudimos confirmar] }';
    const files = { [en]: entryText({}, 'We could not confirm it.\n\nYes.'), 'check.yaml': doubts };
    expect(run(contentFolder(files)).stderr).toContain(`${en}\n  - says before its last line`);
  });
});
