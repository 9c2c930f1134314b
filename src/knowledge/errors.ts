import type { Fault } from './content/entry.ts';

/** The content of a pack has faults. The message names every one, with its file, for the operator. */
export class KnowledgeFaulty extends Error {
  override name = 'KnowledgeFaulty';

  constructor(faults: readonly Fault[]) {
    super(
      ['The knowledge base has faults:', ...faults.map(({ file, reason }) => `  - ${file}: ${reason}`)].join(
        '\n',
      ),
    );
  }
}
