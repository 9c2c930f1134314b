import type { Fault, Topic } from '../entry.ts';
import { packFile } from '../files.ts';
import type { KnowledgeRule } from '../load.ts';

const fault = ({ id }: Topic, reason: string): Fault => ({
  file: packFile,
  reason: `\`order\` of ${id} ${reason}`,
});

/**
 * The lists of commands: each entry has a place in them, and the urgent ones come first. What no `order` names would stand at the end by its name,
 * and how soon someone needs an answer is a choice of people, not of the alphabet.
 */
export const orderByNeed: KnowledgeRule = ({ pack, entries }) =>
  pack.topics
    .filter(({ command }) => command)
    .flatMap(topic => {
      const { order } = topic;
      const missing = [...entries.values()].filter(
        entry => entry.topic === topic.id && !order.includes(entry.id),
      );
      const isUrgent = (id: string) => entries.get(id)?.urgent ?? false;
      const calm = order.findIndex(id => !isUrgent(id));
      const late = order.filter((id, at) => isUrgent(id) && calm >= 0 && at > calm);
      return [
        ...missing.map(({ id }) =>
          fault(topic, `does not name ${id}; put it where someone who needs it would look`),
        ),
        ...late.map(id => fault(topic, `has the urgent ${id} after ${order[calm]}, which is not urgent`)),
      ];
    });
