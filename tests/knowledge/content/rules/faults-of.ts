import { type CheckData, noCheckData } from '../../../../src/knowledge/content/check-file.ts';
import { type KnowledgeRule, loadKnowledge } from '../../../../src/knowledge/content/load.ts';
import { contentFolder, entryText, spanishText } from '../folder.ts';

/** The faults that one rule finds in the fixture changed by `files`, as `FILE: REASON`. */
export async function faultsOf(rule: KnowledgeRule, files: Record<string, string | null>): Promise<string[]> {
  const loaded = await loadKnowledge(contentFolder(files), [rule]);
  return loaded.ok ? [] : loaded.faults.map(({ file, reason }) => `${file}: ${reason}`);
}

export const checkData = (data: Partial<CheckData>): CheckData => ({ ...noCheckData, ...data });

/** Both languages of `rights/silence`. */
export const silence = (en: string, es: string, front: Record<string, string> = {}) => ({
  'rights/silence.en.md': entryText(front, en),
  'rights/silence.es.md': spanishText(frontOf(front), es),
});

/** A second entry, `rights/other`. */
export const other = (en: string, es: string, front: Record<string, string> = {}) => ({
  'rights/other.en.md': entryText({ ...front, title: 'Other one', aliases: '[aa, bb, cc]' }, en),
  'rights/other.es.md': spanishText({ ...frontOf(front), title: 'Otra cosa', aliases: '[dd, ee, ff]' }, es),
});

/** What is the same in both languages. */
function frontOf({ title: _, ...rest }: Record<string, string>): Record<string, string> {
  return rest;
}
