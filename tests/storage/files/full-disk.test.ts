import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StoreUnavailable } from '../../../src/lib/unavailable.ts';
import { openFileStore } from '../../../src/storage/files/file-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { addOne, notes, set } from '../contract.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const isRoot = process.getuid?.() === 0;

/** A real file system of 256 KiB; undefined where this user may not mount one. */
function smallDisk(): string | undefined {
  const folder = temporaryFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]);
  if (status !== 0) return undefined;
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

test('a full disk refuses a change, keeps the old document, and works again when there is room', async context => {
  const dataDir = smallDisk();
  if (dataDir === undefined) return context.skip('only root may mount a small disk');
  const damages: string[] = [];
  const open = () =>
    openFileStore({ dataDir, onDamage: key => damages.push(key), onListenerError: () => undefined });
  const store = await open();
  await store.update(notes, 'a', set({ text: 'old', count: 1 }));
  const heard: string[] = [];
  store.watch(key => heard.push(key));
  const filler = path.join(dataDir, 'filler');
  expect(() => writeFileSync(filler, Buffer.alloc(1_000_000))).toThrow('ENOSPC');
  // Room for a part of the next document: a write that stops half way must not pass for a whole one.
  writeFileSync(filler, Buffer.alloc(180_000));

  const next = { text: 'x'.repeat(100_000), count: 2 };
  const refusal = await store.update(notes, 'a', set(next)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StoreUnavailable);
  expect(String(refusal)).toContain('is full');
  await expect(store.update(notes, 'new', set(next))).rejects.toThrow(StoreUnavailable);
  expect(heard).toEqual([]);
  expect(await store.read(notes, 'a')).toEqual({ text: 'old', count: 1 });
  expect(await store.read(notes, 'new')).toBeUndefined();
  expect(readdirSync(path.join(dataDir, 'documents')).sort()).toEqual(['note+a.json', 'note+a.json.bak']);

  rmSync(filler);
  await store.update(notes, 'a', set(next));
  await store.close();
  const reopened = await open();
  onTestFinished(() => reopened.close());
  expect(await reopened.read(notes, 'a')).toEqual(next);
  expect(damages).toEqual([]);
});

test('a write that the system stops half way refuses the change, for users who may not mount', context => {
  if (process.platform === 'win32') return context.skip('Windows has no limit on the size of files');
  const script = `
    const [dataDir, root] = process.argv.slice(1);
    const { openFileStore } = await import(root + '/src/storage/files/file-store.ts');
    const { append, ledgers } = await import(root + '/tests/torture/ledger.ts');
    const store = await openFileStore({ dataDir, onDamage() {}, onListenerError() {} });
    await store.update(ledgers, 'a', append('old'));
    const refusal = await store.update(ledgers, 'a', append('x'.repeat(100_000))).catch(error => error);
    const kept = await store.read(ledgers, 'a');
    await store.close();
    console.log(JSON.stringify([refusal.name, refusal.cause.code, kept]));`;
  const limited = [
    '-c',
    'ulimit -f 64; exec "$@"',
    'sh',
    process.execPath,
    '--input-type=module',
    '-e',
    script,
  ];
  const run = spawnSync('sh', [...limited, temporaryFolder(), root], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toEqual(['StoreUnavailable', 'EFBIG', { edits: ['old'] }]);
});

test('a disk with room for the document and not for its copy takes the change', async context => {
  const dataDir = smallDisk();
  if (dataDir === undefined) return context.skip('only root may mount a small disk');
  const store = await openFileStore({ dataDir, onDamage: () => undefined, onListenerError: () => undefined });
  onTestFinished(() => store.close());
  const next = { text: 'x'.repeat(150_000), count: 2 };
  await store.update(notes, 'a', set(next));
  expect(await store.read(notes, 'a')).toEqual(next);
});

test('a change that cannot be made durable is undone and refused', async context => {
  if (process.platform === 'win32') return context.skip('Windows does not sync folders');
  const dataDir = temporaryFolder();
  // The child must not be root, whom no permission stops; and a folder that may be written and not read cannot be synced.
  const nobody = 65_534;
  if (isRoot) chownSync(dataDir, nobody, nobody);
  chmodSync(dataDir, 0o700);
  const script = `
    const [dataDir, root] = process.argv.slice(1);
    const { chmodSync } = await import('node:fs');
    const { openFileStore } = await import(root + '/src/storage/files/file-store.ts');
    const { append, ledgers } = await import(root + '/tests/torture/ledger.ts');
    if (process.getuid() === 0) { process.setgid(${nobody}); process.setuid(${nobody}); }
    const store = await openFileStore({ dataDir, onDamage() {}, onListenerError() {} });
    await store.update(ledgers, 'a', append('x'));
    chmodSync(dataDir + '/documents', 0o300);
    const names = [];
    for (const id of ['a', 'new']) await store.update(ledgers, id, append('y')).catch(error => names.push(error.name));
    chmodSync(dataDir + '/documents', 0o700);
    const kept = [await store.read(ledgers, 'a'), await store.read(ledgers, 'new') ?? 'none'];
    await store.close();
    console.log(JSON.stringify([names, kept]));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, dataDir, root], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toEqual([
    ['StoreUnavailable', 'StoreUnavailable'],
    [{ edits: ['x'] }, 'none'],
  ]);
});

test('a folder that cannot be used is named at the start', async () => {
  const dataDir = path.join(temporaryFolder(), 'file');
  writeFileSync(dataDir, '');
  const opening = openFileStore({ dataDir, onDamage: () => undefined, onListenerError: () => undefined });
  await expect(opening).rejects.toThrow(StoreUnavailable);
  await expect(opening).rejects.toThrow(dataDir);
});

test('a folder that went away makes the store unavailable, and loses nothing', async () => {
  const dataDir = temporaryFolder();
  const store = await openFileStore({
    dataDir,
    onDamage: key => expect.unreachable(key),
    onListenerError: () => undefined,
  });
  onTestFinished(() => store.close());
  await store.update(notes, 'a', addOne);
  const documents = path.join(dataDir, 'documents');
  renameSync(documents, `${documents}.elsewhere`);
  await expect(store.read(notes, 'a')).rejects.toThrow(StoreUnavailable);
  await expect(store.update(notes, 'a', addOne)).rejects.toThrow(StoreUnavailable);
  await expect(store.update(notes, 'new', addOne)).rejects.toThrow(StoreUnavailable);
  await expect(store.ping()).rejects.toThrow(StoreUnavailable);
  renameSync(`${documents}.elsewhere`, documents);
  expect(await store.update(notes, 'a', addOne)).toBe(2);
});
