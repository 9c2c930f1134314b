/** The content has faults; the message lists them. */
export class KnowledgeFaulty extends Error {
  override name = 'KnowledgeFaulty';
}
