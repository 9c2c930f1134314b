import { type Language, languages, ownName } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Option } from '../../src/interactions/command.ts';
import { onPress } from '../../src/interactions/route-handler.ts';
import { subscribableTypes } from '../../src/news/subscriptions/permissions.ts';
import { suggestZones } from '../../src/news/subscriptions/time-zone.ts';
import { kindChoices } from '../answers/timeline-reply.ts';
import type { Command, PressContext } from '../services.ts';
import {
  cancelSubscription,
  confirmSubscription,
  follow,
  listSubscriptions,
  pauseSubscription,
  preview,
  removeSubscription,
  resumeSubscription,
  suggestSubscriptions,
  turnSubscriptions,
} from './actions.ts';
import { announcementsRoutes } from './routes.ts';

const id: Option = { type: 'string', required: true, suggest: true, maxLength: 50 };
const all = { value: 'all', label: (language: Language) => wordsOf(language).subscriptions.all };

/** Offered while a person types a schedule; they may type another. */
const schedules = ['daily 09:00', 'daily 18:00', 'weekly mon 09:00', 'weekly fri 17:00', '0 9 * * 1-5'];

/** Which channels get which news, and when. A following takes effect on **Confirm**. */
const announcements: Command = {
  kind: 'group',
  name: 'announcements',
  access: 'manager',
  where: 'server',
  subcommands: {
    follow: {
      options: {
        channel: { type: 'channel', required: true, channelTypes: subscribableTypes },
        kind: { type: 'string', required: true, choices: [...kindChoices, all] },
        schedule: { type: 'string', required: true, suggest: true, maxLength: 100 },
        timezone: { type: 'string', suggest: true, maxLength: 100 },
        role: { type: 'role' },
        language: {
          type: 'string',
          choices: languages.map(value => ({ value, label: () => ownName(value) })),
        },
      },
      run: follow,
    },
    list: { run: (_args, context) => listSubscriptions(context) },
    preview: { options: { id }, run: preview },
    pause: { options: { id }, run: pauseSubscription },
    resume: { options: { id }, run: resumeSubscription },
    remove: { options: { id }, run: removeSubscription },
  },

  suggest(option, typed, context) {
    if (option === 'timezone')
      return suggestZones(typed, context.services.knowledge.pack).map(zone => ({
        name: zone,
        value: zone,
      }));
    if (option === 'schedule') {
      const offered = schedules.filter(schedule => schedule.includes(typed.trim().toLowerCase()));
      return offered.map(schedule => ({ name: schedule, value: schedule }));
    }
    return suggestSubscriptions(typed, context);
  },

  routes: [
    onPress(announcementsRoutes.confirm, ({ subscription }, context: PressContext) =>
      confirmSubscription(subscription, context),
    ),
    onPress(announcementsRoutes.cancel, ({ subscription }, context: PressContext) =>
      cancelSubscription(subscription, context),
    ),
    onPress(announcementsRoutes.list, ({ page }, context: PressContext) => turnSubscriptions(page, context)),
  ],
};

export default announcements;
