import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** One import or export line, or a dynamic import. */
export interface Import {
  /** The file it is in, from the project's folder. */
  readonly file: string;
  /** A file of the project, from its folder; or a package. */
  readonly target: string;
  readonly ownFile: boolean;
}

/** The product's code: everything but tests and benchmarks. */
export const productFiles = (): string[] =>
  globSync(['src/**/*.ts', 'commands/**/*.ts', 'sandbox/**/*.ts'], { cwd: root })
    .filter(file => !file.endsWith('.d.ts'))
    .map(file => file.replaceAll(path.sep, '/'))
    .sort();

/** Every import of a file; imports of types count like others. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const lines = text.matchAll(
    /^\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...lines].map(([, from, bare, dynamic]) => {
    const target = from ?? bare ?? dynamic ?? '';
    const ownFile = target.startsWith('.');
    return { file, ownFile, target: ownFile ? path.posix.join(path.posix.dirname(file), target) : target };
  });
}

/** The folder that a file belongs to: `news`, `commands`, `sandbox`; `main` for `src/main.ts`; `root` for what lies outside of them. */
export function folderOf(file: string): string {
  const [first = '', second = '', third] = file.split('/');
  if (first === 'commands' || first === 'sandbox') return first;
  if (first !== 'src') return 'root';
  return third === undefined ? second.replace(/\.ts$/, '') : second;
}

/** Groups of nodes that reach one another; none where there is no circle. */
export function circles(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(arrows.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(arrows.get(next) ?? []));
    }
    return seen;
  };
  const reached = new Map([...arrows.keys()].map(node => [node, reach(node)]));
  const found = new Map<string, string[]>();
  for (const [node, others] of reached) {
    if (!others.has(node)) continue;
    const group = [...others].filter(other => reached.get(other)?.has(node)).sort();
    found.set(group.join(' '), group);
  }
  return [...found.values()];
}

/** Who imports whom, by file or by what `name` makes of one. */
export function arrowsOf(
  imports: readonly Import[],
  name: (file: string) => string = file => file,
): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { file, target, ownFile } of imports) {
    const [from, to] = [name(file), name(target)];
    if (ownFile && (from !== to || file === target))
      arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  }
  return arrows;
}
