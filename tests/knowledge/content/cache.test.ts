import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadCached } from '../../../src/knowledge/content/cache.ts';
import { loadKnowledge } from '../../../src/knowledge/content/load.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function copyOfContent(): { content: string; cache: string } {
  const content = path.join(temporaryFolder(), 'knowledge');
  cpSync(path.join(import.meta.dirname, '../../../knowledge'), content, { recursive: true });
  return { content, cache: temporaryFolder() };
}

it('gives the same as checking everything, the first time and the second', async () => {
  const { content, cache } = copyOfContent();
  const whole = await loadKnowledge(content);
  expect(await loadCached(content, cache)).toEqual(whole);
  expect(readdirSync(cache)).toHaveLength(1);
  expect(await loadCached(content, cache)).toEqual(whole);
});

it('checks anew after any change, and keeps one copy', async () => {
  const { content, cache } = copyOfContent();
  await loadCached(content, cache);
  const entry = path.join(content, 'rights/at-home.en.md');
  appendFileSync(entry, '\nOne more line.\n');
  const changed = await loadCached(content, cache);
  expect(changed.ok && changed.knowledge.entries.get('rights/at-home')?.text.en.body).toContain(
    'One more line.',
  );
  expect(readdirSync(cache)).toHaveLength(1);
  writeFileSync(entry, readFileSync(entry, 'utf8').replace('title:', 'titel:'));
  expect((await loadCached(content, cache)).ok).toBe(false);
});

it('asks rules that rest on other code at every start, also of what was kept', async () => {
  const { content, cache } = copyOfContent();
  const fault = { file: 'pack.yaml', reason: 'a command is called like this by now' };
  expect((await loadCached(content, cache, [() => []])).ok).toBe(true);
  expect(await loadCached(content, cache, [() => [fault]])).toEqual({ ok: false, faults: [fault] });
  expect((await loadCached(content, cache, [() => []])).ok).toBe(true);
});

it('does without a copy that is damaged or cannot be kept', async () => {
  const { content, cache } = copyOfContent();
  await loadCached(content, cache);
  const [copy = ''] = readdirSync(cache);
  writeFileSync(path.join(cache, copy), '{"entries":[');
  expect((await loadCached(content, cache)).ok).toBe(true);
  expect((await loadCached(content, '/dev/null/nowhere')).ok).toBe(true);
  expect((await loadCached(content, undefined)).ok).toBe(true);
});
