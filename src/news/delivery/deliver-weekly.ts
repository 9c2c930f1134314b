import { fallbackLanguage } from '../../i18n/languages.ts';
import { render } from '../../messaging/render.ts';
import type { DeliverParts, Retries } from './deliverable.ts';
import { noteReply, plannedNote, weeklyCollection } from './weekly-note.ts';

/** Posts a community's weekly note, where there is something to say. */
export async function deliverWeekly(
  guildId: string,
  { settings, chores, attempt, knowledge }: DeliverParts,
): Promise<Retries> {
  const { reviewChannel, language = fallbackLanguage } = await settings.of(guildId);
  const facts = await chores(guildId, language);
  const next = await attempt({
    collection: weeklyCollection,
    id: guildId,
    guildId,
    prepare: (weekly, now) =>
      plannedNote(weekly, { guildId, reviewChannel, chores: facts, now, zone: knowledge.pack.timezone }),
    deliveryOf: weekly => weekly.delivery,
    withDelivery: (weekly, delivery) => ({ ...weekly, delivery }),
    message: async (_, delivery) => render(noteReply(facts, delivery, language), language),
  });
  return [next];
}
