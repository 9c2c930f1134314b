import { asLanguage, languages, ownName } from '../src/i18n/languages.ts';
import { wordsOf } from '../src/i18n/words.ts';
import { onPress, onSubmit } from '../src/interactions/route-handler.ts';
import { serverId } from '../src/interactions/server-id.ts';
import { type Form, type Reply, say } from '../src/messaging/reply.ts';
import { route } from '../src/messaging/route.ts';
import { whole } from '../src/messaging/route-parts.ts';
import type { SettingsChange } from '../src/settings/guild-settings.ts';
import type { Command, Context, PressContext, SubmitContext } from './services.ts';

/** Discord's numbers of text and announcement channels. */
const textChannels = [0, 5];

const change = (wish: SettingsChange, context: Context) =>
  context.services.settings.change(serverId(context), wish);

const routes = {
  export: route('settings', 'export', { after: whole }),
  /** A form. */
  forget: route('settings', 'forget', {}),
};

/** What managers choose for their community, and all that is kept about it: to take along or to erase. */
const settings: Command = {
  kind: 'group',
  name: 'settings',
  access: 'manager',
  where: 'server',
  subcommands: {
    show: { run: (_args, context) => show(context) },
    language: {
      options: {
        language: {
          type: 'string',
          required: true,
          choices: languages.map(value => ({ value, label: () => ownName(value) })),
        },
      },
      async run(args, context) {
        const language = asLanguage(args.string('language'));
        if (!language) return say(wordsOf(context.language).errors.missingOption({ option: 'language' }));
        await change({ language }, context);
        return say(wordsOf(context.language).settings.languageSet({ value: ownName(language) }));
      },
    },
    curators: {
      options: { role: { type: 'role' } },
      async run(args, context) {
        const words = wordsOf(context.language).settings;
        const role = args.role('role');
        // The role @everyone has the server's id.
        if (role === serverId(context)) return say(words.curatorsEveryone);
        await change({ curatorsRole: role }, context);
        return say(
          role
            ? `${words.curatorsSet({ role: `<@&${role}>` })}\n\n${words.curatorsIntegrations}`
            : words.curatorsCleared,
        );
      },
    },
    review: {
      options: { channel: { type: 'channel', channelTypes: textChannels } },
      async run(args, context) {
        const words = wordsOf(context.language).settings;
        const channel = args.channel('channel');
        if (!channel) {
          await change({ reviewChannel: undefined }, context);
          return say(words.reviewCleared);
        }
        // Discord does not tell what the bot itself may do there, so it tries.
        const language = context.guild?.language ?? context.language;
        const reply = { text: wordsOf(language).settings.reviewTest, language };
        const posted = await context.services.community.review.post({
          channelId: channel.id,
          reply,
        });
        const mention = `<#${channel.id}>`;
        if (!posted.done)
          return say(
            posted.reason === 'failed' ? words.reviewFailed : words.reviewForbidden({ channel: mention }),
          );
        await change({ reviewChannel: channel.id }, context);
        return say(`${words.reviewSet({ channel: mention })} ${words.reviewPrivate}`);
      },
    },
    'require-second': {
      options: { enabled: { type: 'boolean', required: true } },
      async run(args, context) {
        const words = wordsOf(context.language).settings;
        const { requireSecond } = await change({ requireSecond: args.boolean('enabled') === true }, context);
        return say(requireSecond ? words.secondOn : words.secondOff);
      },
    },
    export: { run: (_args, context) => exportFile(0, context) },
    forget: { opensForm: true, run: (_args, context) => forgetForm(context) },
  },

  routes: [
    onPress(routes.export, ({ after }, context: PressContext) => exportFile(after, context)),
    onSubmit(routes.forget, (_values, context: SubmitContext) => forget(context)),
  ],
};

async function forget(context: SubmitContext): Promise<Reply> {
  const words = wordsOf(context.language).settings;
  const typed = context.fields.get('confirm')?.trim().toLocaleUpperCase();
  // The form may have been opened in another language.
  const meant = languages.some(language => wordsOf(language).settings.forgetWord === typed);
  if (!meant) return say(words.notForgotten({ word: words.forgetWord }));
  const done = await context.services.community.data.forget(serverId(context));
  return say(done ? words.forgotten : words.forgetInterrupted);
}

async function show(context: Context): Promise<Reply> {
  const words = wordsOf(context.language).settings;
  const chosen = await context.services.settings.fresh(serverId(context));
  return {
    title: words.title,
    text: [
      words.language({ value: chosen.language ? ownName(chosen.language) : words.noLanguage }),
      words.curators({ value: chosen.curatorsRole ? `<@&${chosen.curatorsRole}>` : words.none }),
      words.review({ value: chosen.reviewChannel ? `<#${chosen.reviewChannel}>` : words.none }),
      words.second({ on: chosen.requireSecond }),
      '',
      words.showHint,
    ].join('\n'),
    visibility: 'private',
  };
}

async function exportFile(skip: number, context: Context): Promise<Reply> {
  const words = wordsOf(context.language).settings;
  const part = await context.services.community.data.exportPart(serverId(context), skip);
  return {
    text: part.next ? `${words.exported} ${words.exportedMore}` : words.exported,
    file: { name: 'community.json', content: part.text },
    visibility: 'private',
    rows: part.next
      ? [[{ label: words.nextFile, route: routes.export({ after: part.next }), style: 'primary' }]]
      : [],
  };
}

function forgetForm({ language }: Context): Form {
  const words = wordsOf(language).settings;
  return {
    form: routes.forget({}),
    title: words.forgetTitle,
    fields: [
      {
        id: 'confirm',
        label: words.forgetLabel({ word: words.forgetWord }),
        hint: words.forgetHint,
        kind: 'short',
        required: true,
        max: 20,
        placeholder: words.forgetWord,
      },
    ],
  };
}

export default settings;
