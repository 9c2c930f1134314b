import { z } from 'zod';
import { snowflake } from '../../lib/ids.ts';
import type { Collection } from '../../storage/store.ts';
import { type Content, limits, normalName, sameContent } from '../entries/content.ts';
import { type ContentFault, contentFaults, type OwnerOf } from '../entries/content-faults.ts';
import { type FaqEntry, latest, type Revision } from '../entries/entry.ts';
import { type Act, revise } from '../entries/revise.ts';
import { fileLimits, type Transferred, transferSchema } from './transfer-file.ts';

/** What an import would do with an entry that counts now (its content, undefined where removed or absent). */
type Verdict = 'added' | 'changed' | 'skipped';

const importSchema = z.strictObject({
  entries: transferSchema.shape.entries,
  /** The latest revision of each entry that is to be changed, as the dry run saw it. */
  bases: z.record(z.string(), z.int().positive()),
  by: snowflake,
  expires: z.iso.datetime(),
});

export type Import = Readonly<z.infer<typeof importSchema>>;

/** An import between dry run and Apply, kept for a day: `import:GUILD:ID`. */
export const importCollection: Collection<Import> = {
  name: 'import',
  schema: importSchema,
  dueAt: document => new Date(document.expires),
};

/** What an import would do, told before it is done. */
export interface ImportPlan {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly skipped: readonly string[];
  readonly bases: Readonly<Record<string, number>>;
}

/** Why an entry of a file is refused: its own content, its history, or its place among the others. */
export interface EntryFault {
  readonly entry: string;
  readonly fault:
    | ContentFault
    | { readonly code: 'twice' }
    | { readonly code: 'history' }
    | { readonly code: 'too-many' }
    | { readonly code: 'and-more' };
}

/** Titles of what would be added, changed and skipped. `current` is each entry as stored now. */
export function planImport(
  entries: readonly Transferred[],
  current: ReadonlyMap<string, { readonly n: number; readonly content: Content; readonly removed: boolean }>,
): ImportPlan {
  const plan = {
    added: [] as string[],
    changed: [] as string[],
    skipped: [] as string[],
    bases: {} as Record<string, number>,
  };
  for (const entry of entries) {
    const known = current.get(entry.id);
    const verdict = verdictOf(
      entry,
      known && { n: known.n, content: known.removed ? undefined : known.content },
    );
    plan[verdict].push(titleOf(entry));
    if (known && verdict === 'changed') plan.bases[entry.id] = known.n;
  }
  return plan;
}

function verdictOf(
  entry: Transferred,
  known: { n: number; content: Content | undefined } | undefined,
): Verdict {
  if (!known) return 'added';
  return sameContent(latest(entry).content, known.content) ? 'skipped' : 'changed';
}

/** The faults of all entries, each named by its title, as many as are told. Makes way for other work between texts: a full file takes seconds to check. */
export async function importFaults(
  entries: readonly Transferred[],
  community: readonly { readonly id: string; readonly content: Content; readonly removed: boolean }[],
): Promise<readonly EntryFault[]> {
  const inFile = new Set(entries.map(({ id }) => id));
  const staying = community.filter(({ id, removed }) => !inFile.has(id) && !removed);
  const owners = new Map<string, { id: string; title: string }>();
  const own = (id: string, { title, aliases }: Content) => {
    for (const name of [title, ...aliases].map(normalName))
      if (!owners.has(name)) owners.set(name, { id, title });
  };
  for (const { id, content } of staying) own(id, content);
  for (const entry of entries) {
    const { content } = latest(entry);
    if (content) own(entry.id, content);
  }
  const seen = new Set<string>();
  const faults: EntryFault[] = [];
  for (const entry of entries) {
    const ownerOf = (normal: string) => {
      const owner = owners.get(normal);
      return owner && owner.id !== entry.id ? owner.title : undefined;
    };
    const title = titleOf(entry);
    if (seen.has(entry.id)) faults.push({ entry: title, fault: { code: 'twice' } });
    seen.add(entry.id);
    for await (const fault of entryFaults(entry, ownerOf)) {
      if (faults.length === fileLimits.faults) return [...faults, { entry: '', fault: { code: 'and-more' } }];
      faults.push({ entry: title, fault });
    }
  }
  const live = staying.length + entries.filter(entry => latest(entry).content).length;
  return live > limits.entries ? [...faults, { entry: '', fault: { code: 'too-many' } }] : faults;
}

/** What an entry itself has wrong. Older revisions can come back, so they keep the same rules, but their names may have passed to others. */
async function* entryFaults(
  { revisions }: Transferred,
  ownerOf: OwnerOf,
): AsyncIterable<EntryFault['fault']> {
  const contents = revisions.flatMap(({ content }) => content ?? []).reverse();
  if (!inOrder(revisions) || contents.length === 0) yield { code: 'history' };
  for (const content of contents) {
    yield* contentFaults(content, content === revisions.at(-1)?.content ? ownerOf : nobody);
    await breath();
  }
}

const nobody = () => undefined;
const breath = () => new Promise<void>(resolve => setImmediate(resolve));

const inOrder = (revisions: readonly Revision[]) =>
  revisions.every(({ n }, index) => n > (revisions[index - 1]?.n ?? 0));

/** The title an entry had last, else its id. */
function titleOf({ id, revisions }: Transferred): string {
  return revisions.findLast(({ content }) => content)?.content?.title ?? id;
}

export type Applied = 'added' | 'changed' | 'skipped' | 'already' | 'conflict';

/**
 * One entry of an import. A new one comes with its history, marked as imported; a known one gets what the file says as its next revision, unless
 * it changed since the dry run. The same import (`draft`) twice changes nothing.
 */
export function applyImport(
  entry: FaqEntry | undefined,
  transferred: Transferred,
  { draft, base, by, at }: Act & { readonly draft: string; readonly base: number | undefined },
): readonly [FaqEntry | undefined, Applied] {
  if (entry?.revisions.some(revision => revision.draft === draft)) return [entry, 'already'];
  const { id, ...history } = transferred;
  if (!entry) {
    const revisions = history.revisions.map(revision => ({ ...revision, imported: true as const }));
    const last = revisions.pop();
    return [last && { ...history, revisions: [...revisions, { ...last, draft }] }, 'added'];
  }
  const { content } = latest(transferred);
  if (sameContent(latest(entry).content, content)) return [entry, 'skipped'];
  if (latest(entry).n !== base) return [entry, 'conflict'];
  const revised = revise(entry, { by, at, ...(content && { content }), draft, imported: true });
  return [history.shared ? { ...revised, shared: history.shared } : revised, 'changed'];
}
