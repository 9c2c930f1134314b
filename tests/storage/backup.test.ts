import { spawn } from 'node:child_process';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Adapter } from '../../src/storage/adapter.ts';
import { checkBackup, readBackup, writeBackup } from '../../src/storage/backup-file.ts';
import type { Stored } from '../../src/storage/document.ts';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import { openStore } from '../../src/storage/open.ts';
import { usePostgres } from '../support/postgres.ts';
import { quiet } from '../support/quiet-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { addOne, collect, notes, set } from './contract.ts';

const at = new Date('2026-02-03T04:05:06Z');
const sorted = (documents: readonly Stored[]) => documents.toSorted((a, b) => (a.key < b.key ? -1 : 1));

async function filled(
  others = 20,
): Promise<{ readonly dataDir: string; readonly documents: readonly Stored[] }> {
  const dataDir = temporaryFolder();
  const store = await openStore({ databaseUrl: undefined, dataDir, log: quiet });
  await store.update(notes, 'a', set({ text: 'línea\n\u2028 two 👋', count: 3, due: at.toISOString() }));
  await Promise.all(Array.from({ length: others }, (_, n) => store.update(notes, `n${n}`, addOne)));
  await store.update(notes, 'n1', addOne);
  const documents = sorted(await collect(store.all()));
  await store.close();
  return { dataDir, documents };
}

async function documentsOf(env: { DATA_DIR: string; DATABASE_URL?: string }): Promise<readonly Stored[]> {
  const store = await openStore({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR, log: quiet });
  onTestFinished(() => store.close());
  return sorted(await collect(store.all()));
}

/** As an operator would, in an empty folder. */
async function npmRun(
  script: 'backup' | 'restore',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string; complaint: string }> {
  const main = path.resolve(import.meta.dirname, `../../src/cli/${script}.ts`);
  const child = spawn(process.execPath, [main, ...args], {
    cwd: temporaryFolder(),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>(resolve => child.once('close', resolve));
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, output, complaint };
}

describe('npm run backup and restore', () => {
  const postgres = usePostgres();

  test('move all documents from files to PostgreSQL and back', async () => {
    const { dataDir, documents } = await filled(500);
    const [file, back] = [path.join(temporaryFolder(), 'a.jsonl'), path.join(temporaryFolder(), 'b.jsonl')];
    const database = { DATA_DIR: temporaryFolder(), DATABASE_URL: await postgres.freshUrl() };

    expect(await npmRun('backup', [file], { DATA_DIR: dataDir })).toEqual({
      code: 0,
      output: `Backed up 501 documents of the data folder ${dataDir} to ${file}.\n`,
      complaint: '',
    });
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(501 + 3);
    expect(await npmRun('restore', [file], database)).toEqual({
      code: 0,
      output: `Restored 501 documents of ${file} to the database of DATABASE_URL.\n`,
      complaint: '',
    });
    expect(await documentsOf(database)).toEqual(documents);

    const elsewhere = { DATA_DIR: path.join(temporaryFolder(), 'made', 'by', 'restore') };
    expect((await npmRun('backup', [back], database)).code).toBe(0);
    expect((await npmRun('restore', [back], elsewhere)).code).toBe(0);
    expect(await documentsOf(elsewhere)).toEqual(documents);
  });

  test('refuse to restore over documents, without --replace', async () => {
    const { dataDir, documents } = await filled();
    const file = path.join(temporaryFolder(), 'backup.jsonl');
    await npmRun('backup', [file], { DATA_DIR: dataDir });
    for (const databaseUrl of [undefined, await postgres.freshUrl()]) {
      const env = { DATA_DIR: temporaryFolder(), ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
      const store = await openStore({ databaseUrl, dataDir: env.DATA_DIR, log: quiet });
      await store.update(notes, 'present', addOne);
      const present = await collect(store.all());
      await store.close();
      const refusal = await npmRun('restore', [file], env);
      expect(refusal).toMatchObject({ code: 1, output: '', complaint: expect.stringContaining('--replace') });
      expect(await documentsOf(env)).toEqual(present);
    }
    const env = { DATA_DIR: temporaryFolder() };
    const store = await openStore({ databaseUrl: undefined, dataDir: env.DATA_DIR, log: quiet });
    await store.update(notes, 'present', addOne);
    await store.close();
    expect((await npmRun('restore', [file, '--replace'], env)).code).toBe(0);
    expect(await documentsOf(env)).toEqual(documents);
  });

  test('back up beside a running bot, and do not restore beside one', async () => {
    const { dataDir } = await filled();
    const file = path.join(temporaryFolder(), 'backup.jsonl');
    const running = await openStore({ databaseUrl: undefined, dataDir, log: quiet });
    onTestFinished(() => running.close());
    expect((await npmRun('backup', [file], { DATA_DIR: dataDir })).code).toBe(0);
    const refusal = await npmRun('restore', [file, '--replace'], { DATA_DIR: dataDir });
    expect(refusal).toMatchObject({ code: 1, complaint: expect.stringContaining(`process ${process.pid}`) });
  });

  test('back up the good copy of a damaged file, and say so', async () => {
    const { dataDir, documents } = await filled();
    truncateSync(path.join(dataDir, 'documents', 'note+a.json'), 10);
    const file = path.join(temporaryFolder(), 'backup.jsonl');
    const { code, complaint } = await npmRun('backup', [file], { DATA_DIR: dataDir });
    expect({ code, complaint }).toEqual({ code: 1, complaint: expect.stringContaining('note:a is damaged') });
    expect(sorted(await collect(readBackup(file)))).toEqual(documents);
  });

  test.each<['backup' | 'restore', readonly string[], Record<string, string>, string]>([
    ['backup', [], {}, 'Usage: npm run backup -- FILE'],
    ['backup', ['a', 'b'], {}, 'Usage'],
    ['restore', ['--replace'], {}, 'Usage: npm run restore -- FILE [--replace]'],
    ['restore', ['a', '--force'], {}, 'Usage'],
    ['restore', ['nowhere.jsonl'], {}, 'nowhere.jsonl'],
    ['backup', ['b.jsonl'], { DATA_DIR: 'nowhere' }, 'there is no store in nowhere'],
    [
      'backup',
      ['b.jsonl'],
      { DATABASE_URL: 'mysql://u:hush@h/d' },
      'DATABASE_URL must start with postgres://',
    ],
  ])('%s %j says what is wrong', async (script, args, env, complaint) => {
    const result = await npmRun(script, args, env);
    expect(result).toMatchObject({ code: 1, output: '', complaint: expect.stringContaining(complaint) });
    expect(result.complaint).not.toMatch(/hush|\n {4}at /);
  });

  test('back up to a place that cannot be written leaves nothing behind', async () => {
    const { dataDir } = await filled();
    const file = path.join(temporaryFolder(), 'no', 'folder', 'b.jsonl');
    expect(await npmRun('backup', [file], { DATA_DIR: dataDir })).toMatchObject({ code: 1, output: '' });
    expect(existsSync(file)).toBe(false);
  });
});

describe('a backup file', () => {
  const header = `{"backup":"trust-act-bot","format":1,"at":"${at.toISOString()}"}`;
  const document = (key: string) => `{"key":"${key}","version":1,"body":{}}`;

  test.each<[string, readonly string[], readonly string[]]>([
    ['empty', [], ['the file is empty']],
    ['of something else', ['{"hello":1}'], ['line 1: this is not a backup of this bot']],
    ['of a newer format', [header.replace('1', '2')], ['line 1: this is not a backup of this bot']],
    ['cut short', [header, document('a:1')], ['the end is missing: the file was cut short']],
    [
      'cut within a line',
      [header, document('a:1'), '{"key":"a:2","ver'],
      ['line 3: is not JSON', 'the end is missing: the file was cut short'],
    ],
    [
      'without a line',
      [header, document('a:1'), '{"documents":2}'],
      ['it should hold 2 documents, and holds 1'],
    ],
    [
      'with a line after the end',
      [header, '{"documents":0}', document('a:1')],
      ['line 3: stands after the end'],
    ],
    [
      'with a document twice',
      [header, document('a:1'), document('a:1'), '{"documents":2}'],
      ['line 3: a:1 stands twice'],
    ],
    [
      'with several faults',
      [
        header,
        document('no key'),
        '{"key":"a:1","version":0,"body":{}}',
        '{"key":"a:1","version":1}',
        '{"documents":3}',
      ],
      [
        'line 2: key not a key',
        expect.stringMatching(/^line 3: version /),
        expect.stringMatching(/^line 4: body /),
      ],
    ],
  ])('%s is refused, with every fault by its line', async (_, lines, faults) => {
    const file = path.join(temporaryFolder(), 'b.jsonl');
    writeFileSync(file, lines.map(text => `${text}\n`).join(''));
    expect(await checkBackup(file)).toEqual(faults);
  });

  test('with very many faults lists the first ones', async () => {
    const file = path.join(temporaryFolder(), 'b.jsonl');
    writeFileSync(file, [header, ...Array.from({ length: 50 }, () => 'x'), '{"documents":50}'].join('\n'));
    const faults = await checkBackup(file);
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toBe('and 30 more');
  });

  test('keeps its old content when a new one fails', async () => {
    const file = path.join(temporaryFolder(), 'b.jsonl');
    const store = createMemoryStore();
    await store.update(notes, 'a', addOne);
    await writeBackup(file, store.all(), at);
    const old = readFileSync(file, 'utf8');
    async function* failing(): AsyncIterable<Stored> {
      yield { key: 'note:b', version: 1, body: {} };
      throw new Error('away');
    }
    await expect(writeBackup(file, failing(), at)).rejects.toThrow('away');
    expect(readFileSync(file, 'utf8')).toBe(old);
    expect(existsSync(`${file}.tmp`)).toBe(false);
  });

  test('gives back every document it was given', async () => {
    const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const bodies = fc.dictionary(id, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 10 });
    await fc.assert(
      fc.asyncProperty(bodies, async byId => {
        const documents = Object.entries(byId).map(([name, body]) => ({
          key: `note:${name}`,
          version: 1,
          body,
        }));
        const file = path.join(temporaryFolder(), 'b.jsonl');
        await writeBackup(file, Readable.from(documents), at);
        expect(await checkBackup(file)).toEqual([]);
        const store: Adapter = createMemoryStore();
        await store.replaceAll(readBackup(file));
        expect(await collect(store.all())).toEqual(JSON.parse(JSON.stringify(documents)));
      }),
      { numRuns: 50 },
    );
  });
});
