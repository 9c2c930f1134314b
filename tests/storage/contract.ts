import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { StoreUnavailable } from '../../src/lib/unavailable.ts';
import type { Adapter } from '../../src/storage/adapter.ts';
import type { Stored } from '../../src/storage/document.ts';
import type { Collection } from '../../src/storage/store.ts';
import { DocumentUnreadable } from '../../src/storage/store.ts';

const note = z.strictObject({ text: z.string(), count: z.number().default(0), due: z.string().optional() });
type Note = z.infer<typeof note>;

export const notes: Collection<Note> = {
  name: 'note',
  schema: note,
  dueAt: document => (document.due === undefined ? undefined : new Date(document.due)),
};

/** Adds one to a note's count; gives the new count. */
export const addOne = (document: Note | undefined): readonly [Note, number] => {
  const count = (document?.count ?? 0) + 1;
  return [{ text: document?.text ?? '', ...document, count }, count];
};

/** Sets a note. */
export const set = (next: Note | undefined) => () => [next, undefined] as const;

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  return Array.fromAsync(items);
}

/** What every adapter must do. `open` opens an empty store, and closes it when the test is done. */
export function contract(open: () => Promise<Adapter>): void {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));

  test('reads undefined where there is nothing', async () => {
    const store = await open();
    expect(await store.read(notes, 'a')).toBeUndefined();
    expect(await collect(store.keys(''))).toEqual([]);
    expect(await store.isEmpty()).toBe(true);
  });

  test('keeps a document and gives the result of the change', async () => {
    const store = await open();
    expect(await store.update(notes, 'a', () => [{ text: 'Hola, ¿qué tal? 👋', count: 7 }, 'done'])).toBe(
      'done',
    );
    expect(await store.read(notes, 'a')).toEqual({ text: 'Hola, ¿qué tal? 👋', count: 7 });
    expect(await store.isEmpty()).toBe(false);
  });

  test('gives the present document to the change', async () => {
    const store = await open();
    await store.update(notes, 'a', addOne);
    expect(await store.update(notes, 'a', addOne)).toBe(2);
    expect(await store.read(notes, 'a')).toEqual({ text: '', count: 2 });
  });

  test('gives fresh copies: what a caller does to one changes nothing', async () => {
    const store = await open();
    const mine: Note = { text: 'kept', count: 1 };
    await store.update(notes, 'a', set(mine));
    mine.text = 'changed';
    const read = await store.read(notes, 'a');
    if (read) read.text = 'changed';
    expect(await store.read(notes, 'a')).toEqual({ text: 'kept', count: 1 });
  });

  test('writes nothing, and tells nobody, when the same object comes back', async () => {
    const store = await open();
    await store.update(notes, 'a', addOne);
    const heard: string[] = [];
    store.watch(key => heard.push(key));
    expect(await store.update(notes, 'a', document => [document, 'same'])).toBe('same');
    expect(await store.update(notes, 'none', document => [document, 'none'])).toBe('none');
    const [kept] = await collect(store.all());
    expect(kept?.version).toBe(1);
    expect(await collect(store.keys(''))).toEqual(['note:a']);
    expect(heard).toEqual([]);
  });

  test('removes a document when undefined comes back', async () => {
    const store = await open();
    await store.update(notes, 'a', set({ text: 'x', count: 0, due: at(0).toISOString() }));
    await store.update(notes, 'a', set(undefined));
    expect(await store.read(notes, 'a')).toBeUndefined();
    expect(await collect(store.keys(''))).toEqual([]);
    expect(await store.due(notes, at(5))).toEqual([]);
    await store.update(notes, 'a', addOne);
    expect(await store.read(notes, 'a')).toEqual({ text: '', count: 1 });
  });

  test('writes nothing when the change throws', async () => {
    const store = await open();
    await store.update(notes, 'a', set({ text: 'old', count: 0 }));
    const failing = store.update(notes, 'a', () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await expect(
      store.update(notes, 'new', () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await store.read(notes, 'a')).toEqual({ text: 'old', count: 0 });
    expect(await collect(store.keys(''))).toEqual(['note:a']);
    await store.update(notes, 'a', set({ text: 'new', count: 0 }));
    expect(await store.read(notes, 'a')).toEqual({ text: 'new', count: 0 });
  });

  test('refuses to write what could not be read again', async () => {
    const store = await open();
    await store.update(notes, 'a', set({ text: 'old', count: 0 }));
    const hollow = JSON.parse('{"count":1}');
    await expect(store.update(notes, 'a', set(hollow))).rejects.toThrow(DocumentUnreadable);
    expect(await store.read(notes, 'a')).toEqual({ text: 'old', count: 0 });
  });

  test('parses what it reads, and leaves a document its schema refuses', async () => {
    const store = await open();
    const strangers: Collection<{ other: number }> = {
      name: 'note',
      schema: z.object({ other: z.number() }),
    };
    await store.update(strangers, 'a', () => [{ other: 1 }, undefined]);
    await expect(store.read(notes, 'a')).rejects.toThrow(DocumentUnreadable);
    await expect(store.update(notes, 'a', addOne)).rejects.toThrow(/note:a/);
    expect(await store.read(strangers, 'a')).toEqual({ other: 1 });
    expect(await collect(store.keys('note:'))).toEqual(['note:a']);
  });

  test('fills in the defaults of the schema', async () => {
    const store = await open();
    const older: Collection<{ text: string }> = { name: 'note', schema: z.object({ text: z.string() }) };
    await store.update(older, 'a', () => [{ text: 'from an older version' }, undefined]);
    expect(await store.read(notes, 'a')).toEqual({ text: 'from an older version', count: 0 });
  });

  test('loses none of many updates at once, of one document and of several', async () => {
    const store = await open();
    const updates = Array.from({ length: 200 }, (_, n) => store.update(notes, `d${n % 4}`, addOne));
    await Promise.all(updates);
    for (const id of ['d0', 'd1', 'd2', 'd3']) expect((await store.read(notes, id))?.count).toBe(50);
    expect(new Set(await Promise.all(updates)).size).toBe(50);
  });

  test('keeps every kind of id', async () => {
    const store = await open();
    const ids = [
      'a',
      'A',
      'á',
      'a:b:c',
      'con',
      '../../etc/passwd',
      'a.',
      'a ',
      ' a',
      'a%41',
      '%41',
      'a~b',
      'a+b',
      'a*?<>|"',
      "'; drop table documents; --",
      'a\nb',
      '__proto__',
      '日本語',
      'ß',
      'ẞ',
      'x'.repeat(195),
      'X'.repeat(65),
    ];
    for (const id of ids) await store.update(notes, id, set({ text: id, count: 0 }));
    for (const id of ids) expect((await store.read(notes, id))?.text).toBe(id);
    expect((await collect(store.keys('note:'))).sort()).toEqual(ids.map(id => `note:${id}`).sort());
  });

  test.each(['', 'x'.repeat(196), 'X'.repeat(66), 'a\0b', 'a\ud800'])(
    'has nothing under the impossible id %j',
    async id => {
      const store = await open();
      expect(await store.read(notes, id)).toBeUndefined();
      await expect(store.update(notes, id, addOne)).rejects.toThrow(RangeError);
      await store.forget(`note:${id}`);
      expect(await collect(store.keys(''))).toEqual([]);
    },
  );

  test('keeps every kind of text, with U+FFFD for what PostgreSQL cannot keep', async () => {
    const store = await open();
    const text = '\\u0000 \\ \\\\u0000 "\' \n \u2028 \u200b \u202e 👩‍👩‍👧 é e\u0301 {"__proto__":1}';
    await store.update(notes, 'a', set({ text, count: 0 }));
    expect((await store.read(notes, 'a'))?.text).toBe(text);
    await store.update(notes, 'a', set({ text: 'a\0b \ud83d c \udc4b d 👋 \\\0', count: 0 }));
    expect((await store.read(notes, 'a'))?.text).toBe('a\ufffdb \ufffd c \ufffd d 👋 \\\ufffd');
  });

  test('keeps a large document', async () => {
    const store = await open();
    const text = 'ñ'.repeat(500_000);
    await store.update(notes, 'a', set({ text, count: 0 }));
    expect((await store.read(notes, 'a'))?.text).toBe(text);
  });

  test('lists keys by prefix, letter for letter', async () => {
    const store = await open();
    for (const id of ['1:a', '1:b', '11:a', '2_:a', '22:a']) await store.update(notes, id, addOne);
    expect((await collect(store.keys('note:1:'))).sort()).toEqual(['note:1:a', 'note:1:b']);
    expect(await collect(store.keys('note:2_'))).toEqual(['note:2_:a']);
    expect(await collect(store.keys('note:%'))).toEqual([]);
    expect(await collect(store.keys('notes:'))).toEqual([]);
  });

  test('tells what is due, earliest first', async () => {
    const store = await open();
    const others: Collection<Note> = { ...notes, name: 'other' };
    for (const [id, minute] of [
      ['late', 9],
      ['second', 2],
      ['first', 1],
      ['now', 3],
    ] as const) {
      await store.update(notes, id, set({ text: '', count: 0, due: at(minute).toISOString() }));
    }
    await store.update(notes, 'never', addOne);
    await store.update(others, 'else', set({ text: '', count: 0, due: at(0).toISOString() }));
    expect(await store.due(notes, at(0))).toEqual([]);
    expect(await store.due(notes, at(3))).toEqual(['first', 'second', 'now']);
    expect(await store.due(notes, at(3), 2)).toEqual(['first', 'second']);
    expect(await store.due(others, at(3))).toEqual(['else']);
    await store.update(notes, 'first', set({ text: '', count: 0, due: at(8).toISOString() }));
    await store.update(notes, 'second', set({ text: '', count: 0 }));
    await store.forget('note:now');
    expect(await store.due(notes, at(9))).toEqual(['first', 'late']);
  });

  test('forgets a document', async () => {
    const store = await open();
    await store.update(notes, 'a', addOne);
    await store.forget('note:a');
    await store.forget('note:a');
    await store.forget('nothing like a key');
    expect(await store.read(notes, 'a')).toBeUndefined();
    expect(await store.update(notes, 'a', addOne)).toBe(1);
  });

  test('tells watchers what changed, until they stop', async () => {
    const store = await open();
    const heard: string[] = [];
    store.watch(() => {
      throw new Error('a bug of a listener');
    });
    const stop = store.watch(key => heard.push(key));
    await store.update(notes, 'a', addOne);
    await store.update(notes, 'a', set(undefined));
    await store.update(notes, 'b', addOne);
    await store.forget('note:b');
    expect(heard).toEqual(['note:a', 'note:a', 'note:b', 'note:b']);
    stop();
    await store.update(notes, 'c', addOne);
    expect(heard).toHaveLength(4);
  });

  test('a watcher that hears of a change reads it', async () => {
    const store = await open();
    const reads: Promise<Note | undefined>[] = [];
    store.watch(() => reads.push(store.read(notes, 'a')));
    await store.update(notes, 'a', set({ text: 'new', count: 1 }));
    expect(await Promise.all(reads)).toEqual([{ text: 'new', count: 1 }]);
  });

  test('answers a ping; once closed it is unavailable', async () => {
    const store = await open();
    await store.ping();
    const last = store.update(notes, 'a', addOne);
    await store.close();
    await last;
    await expect(store.ping()).rejects.toThrow(StoreUnavailable);
    await expect(store.read(notes, 'a')).rejects.toThrow(StoreUnavailable);
    await expect(store.update(notes, 'a', addOne)).rejects.toThrow(StoreUnavailable);
    await store.close();
  });

  test('gives all documents, and takes them in place of what it has', async () => {
    const store = await open();
    await store.update(notes, 'a', set({ text: 'á', count: 3, due: at(1).toISOString() }));
    await store.update(notes, 'a', addOne);
    await store.update(notes, 'b', addOne);
    const before = (await collect(store.all())).sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(before).toEqual([
      {
        key: 'note:a',
        version: 2,
        dueAt: at(1).toISOString(),
        body: { text: 'á', count: 4, due: at(1).toISOString() },
      },
      { key: 'note:b', version: 1, body: { text: '', count: 1 } },
    ]);
    await store.forget('note:a');
    await store.update(notes, 'b', addOne);
    await store.update(notes, 'c', set({ text: '', count: 0, due: at(0).toISOString() }));
    let missed = 0;
    onTestFinished(
      store.watch(
        () => undefined,
        () => missed++,
      ),
    );
    await store.replaceAll(streamed(before));
    expect((await collect(store.all())).sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(before);
    expect(await store.read(notes, 'b')).toEqual({ text: '', count: 1 });
    expect(await store.due(notes, at(5))).toEqual(['a']);
    expect(missed).toBe(1);
    await store.update(notes, 'a', addOne);
    await store.replaceAll(streamed([]));
    expect(await store.isEmpty()).toBe(true);
  });
}

async function* streamed(documents: readonly Stored[]) {
  yield* documents;
}
