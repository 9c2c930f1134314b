import { expect } from 'vitest';
import type { Change } from './change.ts';

const birthday = `import { z } from 'zod';
import { fallbackLanguage } from '../../i18n/languages.ts';
import { render } from '../../messaging/render.ts';
import type { Collection } from '../../storage/store.ts';
import { deliveryDue, deliverySchema, isOpen, plan } from '../model/delivery.ts';
import { newsRoutes } from '../routes.ts';
import { nextTime } from '../subscriptions/schedule.ts';
import type { PostKind } from './post-kinds.ts';

const schema = z.strictObject({ nextAt: z.iso.datetime(), delivery: deliverySchema.optional() });
type Yearly = Readonly<z.infer<typeof schema>>;
const collection: Collection<Yearly> = {
  name: 'yearly',
  schema,
  dueAt: ({ nextAt, delivery }) => deliveryDue(delivery) ?? new Date(nextAt),
};
const next = (now: Date, zone: string) => nextTime('0 9 1 1 *', zone, now).toISOString();

/** A word to the moderators on New Year's Day. */
export const yearlyNotes: PostKind<Yearly> = {
  collection,
  begin: (now, zone) => ({ nextAt: next(now, zone) }),
  correct: kept => kept,
  async deliver(guildId, { settings, attempt, knowledge }) {
    const { reviewChannel, language = fallbackLanguage } = await settings.of(guildId);
    const again = await attempt({
      collection,
      id: guildId,
      guildId,
      prepare: (kept, now) =>
        isOpen(kept.delivery) || new Date(kept.nextAt) > now || !reviewChannel
          ? kept
          : {
              nextAt: next(now, knowledge.pack.timezone),
              delivery: plan(\`y\${BigInt(guildId).toString(36)}\`, reviewChannel, now),
            },
      deliveryOf: kept => kept.delivery,
      withDelivery: (kept, delivery) => ({ ...kept, delivery }),
      message: async (_, delivery) =>
        render(
          {
            text: 'A good new year to those who keep this up.',
            rows: [[{ label: 'Status', route: newsRoutes.status({ note: delivery.id }) }]],
            visibility: 'channel',
          },
          language,
        ),
    });
    return [again];
  },
};
`;

/** What it is and how it is delivered, and its row in the table. */
export const postKind: Change = {
  heading: 'A kind of post',
  before: '5',
  apply(copy) {
    copy.add('src/news/delivery/deliver-yearly.ts', birthday);
    const table = 'src/news/delivery/post-kinds.ts';
    copy.edit(table, 'begin: newWeekly }),\n', 'begin: newWeekly }),\n  kind(yearlyNotes),\n');
    copy.edit(
      table,
      'import type { DeliverParts',
      "import { yearlyNotes } from './deliver-yearly.ts';\nimport type { DeliverParts",
    );
  },
  async works(copy) {
    copy.add(
      'tests/news/delivery/yearly.test.ts',
      `import { expect, test } from 'vitest';
import { textOf } from '../live.ts';
import { day, postRig } from '../post-rig.ts';

test('comes once a year, and once', async () => {
  const rig = await postRig();
  await rig.updates.tick();
  rig.clock.to('2027-01-01T15:01:00Z');
  await rig.updates.tick();
  await rig.forward(day);
  expect(rig.posts('moderators').map(textOf)).toEqual([expect.stringContaining('A good new year')]);
});
`,
    );
    const tested = await copy.run(
      'node_modules/vitest/vitest.mjs',
      'run',
      'tests/news/delivery/yearly.test.ts',
    );
    expect(tested.output).toMatch(/Tests\s+\S*1 passed/);
    expect(tested.code).toBe(0);
  },
};
