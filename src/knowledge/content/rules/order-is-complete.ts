import type { KnowledgeRule } from '../load.ts';
import { packFile } from '../pack.ts';

/**
 * Entries of a command's list that no `order` names. They would stand at its end by name, and how soon someone needs an answer is
 * a choice of people, not of the alphabet.
 */
export const orderIsComplete: KnowledgeRule = ({ pack, entries }) =>
  pack.topics
    .filter(({ command }) => command)
    .flatMap(({ id, order }) =>
      [...entries.values()]
        .filter(entry => entry.topic === id && !order.includes(entry.id))
        .map(entry => ({
          file: packFile,
          reason: `\`order\` of ${id} does not name ${entry.id}; put it where someone who needs it would look`,
        })),
    );
