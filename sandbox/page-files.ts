import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

const folder = new URL('page/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** A file of the page, TypeScript without its types; undefined where there is none. */
export async function pageFile(path: string): Promise<{ type: string; body: string } | undefined> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const extension = /^[a-z-]+\.([a-z]+)$/.exec(name)?.[1] ?? '';
  const type = types[extension];
  if (!type) return undefined;
  try {
    const text = await readFile(new URL(name, folder), 'utf8');
    return { type, body: extension === 'ts' ? stripTypeScriptTypes(text) : text };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
