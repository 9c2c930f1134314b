import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Stored } from '../../../src/storage/document.ts';
import { fileNameOf, keyOfFileName } from '../../../src/storage/files/file-names.ts';
import { openFileStore } from '../../../src/storage/files/file-store.ts';
import { DocumentUnreadable, StoreInUse } from '../../../src/storage/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { startWriter } from '../../torture/writer.ts';
import { addOne, collect, notes, set } from '../contract.ts';

const now = () => new Date('2026-02-03T04:05:06.789Z');
const aside = 'note+a.json.damaged-2026-02-03T04-05-06-789Z';

function place() {
  const dataDir = temporaryFolder();
  const documents = path.join(dataDir, 'documents');
  const reports: string[] = [];
  return {
    dataDir,
    reports,
    file: path.join(documents, 'note+a.json'),
    names: () => readdirSync(documents).sort(),
    async open() {
      const store = await openFileStore({
        dataDir,
        now,
        onDamage: (key, reason) => reports.push(`${key}: ${reason}`),
        onListenerError: () => undefined,
      });
      onTestFinished(() => store.close());
      return store;
    },
  };
}

describe('a damaged file', () => {
  test.each<[string, (file: string) => void]>([
    ['cut short', file => truncateSync(file, 30)],
    ['empty', file => truncateSync(file, 0)],
    ['full of zeros', file => writeFileSync(file, Buffer.alloc(200))],
    ['other JSON', file => writeFileSync(file, '[]')],
    [
      'of another document',
      file => writeFileSync(file, readFileSync(file, 'utf8').replace('note:a', 'note:b')),
    ],
    [
      'of a stranger',
      file => writeFileSync(file, readFileSync(file, 'utf8').replace('"count":2', '"count":"2"')),
    ],
  ])('%s: is set aside, the last good copy takes its place, and that is reported', async (_, damage) => {
    const { open, file, names, reports } = place();
    const store = await open();
    await store.update(notes, 'a', set({ text: 'dear', count: 1 }));
    await store.update(notes, 'a', addOne);
    await store.update(notes, 'b', addOne);
    damage(file);
    const damaged = readFileSync(file);

    expect(await store.read(notes, 'a')).toEqual({ text: 'dear', count: 2 });
    expect(names()).toContain(aside);
    expect(readFileSync(path.join(path.dirname(file), aside))).toEqual(damaged);
    expect(reports).toEqual([
      expect.stringMatching(/^note:a: .*last good copy is used \(version 2\).*damaged-2026/),
    ]);
    expect(await store.read(notes, 'b')).toEqual({ text: '', count: 1 });
    expect(await store.update(notes, 'a', addOne)).toBe(3);

    await store.close();
    const reopened = await open();
    expect(await reopened.read(notes, 'a')).toEqual({ text: 'dear', count: 3 });
    expect(reports).toHaveLength(1);
    await reopened.forget('note:a');
    expect(names()).toEqual(['note+b.json', 'note+b.json.bak']);
  });

  test('is found while the store was closed, by an update, by the index and by a backup', async () => {
    for (const use of ['update', 'due', 'all'] as const) {
      const { open, file, reports } = place();
      const first = await open();
      await first.update(notes, 'a', set({ text: '', count: 1, due: now().toISOString() }));
      await first.close();
      truncateSync(file, 5);
      const store = await open();
      if (use === 'update') expect(await store.update(notes, 'a', addOne)).toBe(2);
      if (use === 'due') expect(await store.due(notes, now())).toEqual(['a']);
      if (use === 'all') expect(await collect(store.all())).toMatchObject([{ key: 'note:a', version: 1 }]);
      expect(reports).toHaveLength(1);
    }
  });

  test('that is gone comes back from its copy', async () => {
    const { open, file, reports, names } = place();
    const store = await open();
    await store.update(notes, 'a', addOne);
    rmSync(file);
    expect((await store.read(notes, 'a'))?.count).toBe(1);
    await store.close();
    rmSync(file);
    const reopened = await open();
    expect(await collect(reopened.keys(''))).toEqual(['note:a']);
    expect((await reopened.read(notes, 'a'))?.count).toBe(1);
    expect(names()).toEqual(['note+a.json', 'note+a.json.bak']);
    expect(reports).toHaveLength(2);
  });

  test('without a good copy stays aside, and its document starts anew', async () => {
    const { open, file, reports, names } = place();
    const store = await open();
    await store.update(notes, 'a', addOne);
    writeFileSync(file, 'nonsense');
    writeFileSync(`${file}.bak`, 'nonsense');
    expect(await store.read(notes, 'a')).toBeUndefined();
    expect(names()).toEqual([aside]);
    expect(reports).toEqual([expect.stringContaining('no good copy')]);
    expect(await store.update(notes, 'a', addOne)).toBe(1);
  });

  test('is reported once when many read it at the same time', async () => {
    const { open, file, reports } = place();
    const store = await open();
    await store.update(notes, 'a', addOne);
    truncateSync(file, 5);
    const reads = await Promise.all(Array.from({ length: 20 }, () => store.read(notes, 'a')));
    expect(reads).toEqual(reads.map(() => ({ text: '', count: 1 })));
    expect(reports).toHaveLength(1);
  });

  test('is not one that another version of the bot wrote: that stays as it is', async () => {
    const { open, file, reports } = place();
    const store = await open();
    await store.update(notes, 'a', addOne);
    for (const name of [file, `${file}.bak`]) {
      writeFileSync(name, readFileSync(name, 'utf8').replace('"count"', '"tally"'));
    }
    const kept = readFileSync(file, 'utf8');
    await expect(store.read(notes, 'a')).rejects.toThrow(DocumentUnreadable);
    await expect(store.update(notes, 'a', addOne)).rejects.toThrow(DocumentUnreadable);
    expect(readFileSync(file, 'utf8')).toBe(kept);
    expect(reports).toEqual([]);
  });
});

describe('a data folder', () => {
  test('is held by one store at a time, in this process and in others', async () => {
    const { open, dataDir } = place();
    const store = await open();
    const refusal = await open().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreInUse);
    expect(String(refusal)).toContain(`process ${process.pid}`);
    expect(String(refusal)).toContain('DATA_DIR');
    await store.close();

    const writer = startWriter(dataDir, 'w', () => undefined);
    await writer.begun;
    await expect(open()).rejects.toThrow(`process ${writer.process.pid}`);
    writer.process.kill('SIGKILL');
    await writer.ended;
    await open();
  });

  test('is tidied of what a killed process left half written', async () => {
    const { open, file, names } = place();
    const store = await open();
    await store.update(notes, 'a', addOne);
    await store.close();
    writeFileSync(`${file}.tmp`, '{"key":"note:a","ver');
    writeFileSync(`${file}.bak.tmp`, '');
    writeFileSync(path.join(path.dirname(file), 'README.txt'), 'not ours');
    const reopened = await open();
    expect((await reopened.read(notes, 'a'))?.count).toBe(1);
    expect(names()).toEqual(['README.txt', 'note+a.json', 'note+a.json.bak']);
  });

  test('keeps the old documents when a process is killed while it replaces them', async () => {
    const { open, dataDir, names } = place();
    const store = await open();
    await store.update(notes, 'a', addOne);
    await store.close();
    const [documents, outgoing, incoming] = ['documents', 'outgoing', 'incoming'].map(name =>
      path.join(dataDir, name),
    ) as [string, string, string];
    // Between the two renames.
    await rename(documents, outgoing);
    await mkdir(incoming);
    const between = await open();
    expect((await between.read(notes, 'a'))?.count).toBe(1);
    await between.close();
    // Before them, and after them.
    await mkdir(incoming);
    await mkdir(outgoing);
    const after = await open();
    expect((await after.read(notes, 'a'))?.count).toBe(1);
    expect(names()).toEqual(['note+a.json', 'note+a.json.bak']);
    expect(readdirSync(dataDir).sort()).toEqual(['documents', 'lock']);
  });

  test('keeps the old documents when the new ones cannot all be read', async () => {
    const { open } = place();
    const store = await open();
    await store.update(notes, 'a', addOne);
    async function* broken(): AsyncIterable<Stored> {
      yield { key: 'note:b', version: 1, body: {} };
      throw new Error('cut short');
    }
    await expect(store.replaceAll(broken())).rejects.toThrow('cut short');
    expect(await collect(store.keys(''))).toEqual(['note:a']);
  });

  test('tells what is due after it was opened anew', async () => {
    const { open } = place();
    const store = await open();
    await store.update(notes, 'a', set({ text: 'x'.repeat(10_000), count: 0, due: now().toISOString() }));
    await store.update(notes, 'b', addOne);
    await store.close();
    const reopened = await open();
    const [due] = await Promise.all([
      reopened.due(notes, now()),
      reopened.update(notes, 'b', set({ text: '', count: 0, due: now().toISOString() })),
    ]);
    expect(due).toContain('a');
    expect(await reopened.due(notes, now())).toEqual(['a', 'b']);
  });
});

describe('file names', () => {
  const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });

  test('are lower-case ASCII, and lead back to the key', () => {
    fc.assert(
      fc.property(key, text => {
        expect(fileNameOf(text)).toMatch(/^[a-z0-9_+%-]+$/);
        expect(keyOfFileName(fileNameOf(text))).toBe(text);
      }),
    );
  });

  test('of strangers have no key', () => {
    for (const name of ['A', '%41%', '%4A', '%ff', 'a.b', 'a b', 'é'])
      expect(keyOfFileName(name)).toBeUndefined();
  });
});
