import { expect } from 'vitest';
import type { Change } from './change.ts';

/** An adapter, a row with the protocol of its address, and a row of the contract that it has to keep. */
export const store: Change = {
  heading: 'A store',
  before: '3',
  apply(copy) {
    copy.add(
      'src/storage/note/note-store.ts',
      `import type { Adapter } from '../adapter.ts';
import { createMemoryStore } from '../memory/memory-store.ts';

/** A store that forgets. */
export const openNoteStore = async (onListenerError: (error: unknown) => void): Promise<Adapter> =>
  createMemoryStore(onListenerError);
`,
    );
    copy.edit(
      'src/storage/open.ts',
      '  {\n    protocol: /^postgres',
      "  { protocol: /^note$/, open: async options => (await import('./note/note-store.ts')).openNoteStore(options.onListenerError) },\n  {\n    protocol: /^postgres",
    );
    copy.edit(
      'tests/storage/contract.test.ts',
      "describe('memory',",
      "describe('note', () => contract(async () => closing(await openNoteStore(ignore))));\n\ndescribe('memory',",
    );
    copy.edit(
      'tests/storage/contract.test.ts',
      'import { openPostgresStore }',
      "import { openNoteStore } from '../../src/storage/note/note-store.ts';\nimport { openPostgresStore }",
    );
  },
  async works(copy) {
    const found = await copy.evaluate(`
      import { readConfig } from './src/app/config.ts';
      import { openStore } from './src/storage/open.ts';
      const { config } = readConfig({ DATABASE_URL: 'note://here' });
      const store = await openStore({ databaseUrl: config.DATABASE_URL.reveal(), dataDir: '', log: console });
      const { z } = await import('zod');
      const words = { name: 'words', schema: z.string() };
      await store.update(words, 'a', () => ['hello', undefined]);
      export default [await store.read(words, 'a'), readConfig({ DATABASE_URL: 'mysql://x' }).faults];
    `);
    expect(found).toEqual(['hello', ['DATABASE_URL must start with postgres://']]);
    const tested = await copy.run(
      'node_modules/vitest/vitest.mjs',
      'run',
      'tests/storage/contract.test.ts',
      '-t',
      'note',
    );
    expect(tested.output).toMatch(/Tests\s+\S*\d+ passed/);
    expect(tested.code).toBe(0);
  },
};
