import { languageNames, languages } from '../src/i18n/language.ts';
import { errorWords } from '../src/i18n/words/errors.ts';
import { settingsWords } from '../src/i18n/words/settings.ts';
import type { Command, Context } from '../src/interactions/command.ts';
import { serverId } from '../src/interactions/server-id.ts';
import { type Form, type Reply, say } from '../src/messaging/reply.ts';
import type { SettingsChange } from '../src/settings/guild-settings.ts';

/** Discord's numbers of text and announcement channels. */
const textChannels = [0, 5];

const change = (wish: SettingsChange, context: Context) =>
  context.services.settings.change(serverId(context), wish);

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
          choices: languages.map(language => ({
            value: language,
            label: { en: languageNames[language], es: languageNames[language] },
          })),
        },
      },
      async run(args, context) {
        const language = languages.find(known => known === args.string('language'));
        if (!language) return say(errorWords[context.language].missingOption('language'));
        await change({ language }, context);
        return say(settingsWords[context.language].languageSet(languageNames[language]));
      },
    },
    curators: {
      options: { role: { type: 'role' } },
      async run(args, context) {
        const words = settingsWords[context.language];
        const role = args.role('role');
        // The role @everyone has the server's id.
        if (role === serverId(context)) return say(words.curatorsEveryone);
        await change({ curatorsRole: role }, context);
        return say(
          role
            ? `${words.curatorsSet(`<@&${role}>`)}\n\n${words.curatorsIntegrations}`
            : words.curatorsCleared,
        );
      },
    },
    review: {
      options: { channel: { type: 'channel', channelTypes: textChannels } },
      async run(args, context) {
        const words = settingsWords[context.language];
        const channel = args.channel('channel');
        if (!channel) {
          await change({ reviewChannel: undefined }, context);
          return say(words.reviewCleared);
        }
        // Discord does not tell what the bot itself may do there, so it tries.
        const language = context.guild?.language ?? context.language;
        const reply = { text: settingsWords[language].reviewTest, language };
        const posted = await context.services.faq.review.post(serverId(context), {
          channelId: channel.id,
          reply,
        });
        const mention = `<#${channel.id}>`;
        if (!posted.done)
          return say(posted.reason === 'failed' ? words.reviewFailed : words.reviewForbidden(mention));
        await change({ reviewChannel: channel.id }, context);
        return say(`${words.reviewSet(mention)} ${words.reviewPrivate}`);
      },
    },
    'require-second': {
      options: { enabled: { type: 'boolean', required: true } },
      async run(args, context) {
        const words = settingsWords[context.language];
        const { requireSecond } = await change({ requireSecond: args.boolean('enabled') === true }, context);
        return say(requireSecond ? words.secondOn : words.secondOff);
      },
    },
    export: { run: (_args, context) => exportFile(0, context) },
    forget: { opensForm: true, run: (_args, context) => forgetForm(context) },
  },

  press: ([verb, after], context) =>
    verb === 'export' ? exportFile(Number(after) || 0, context) : say(errorWords[context.language].stale),

  async submit([verb], context) {
    const words = settingsWords[context.language];
    if (verb !== 'forget') return say(errorWords[context.language].stale);
    const typed = context.fields.get('confirm')?.trim().toLocaleUpperCase();
    // The form may have been opened in the other language.
    const meant = languages.some(language => settingsWords[language].forgetWord === typed);
    if (!meant) return say(words.notForgotten(words.forgetWord));
    const done = await context.services.faq.estate.forget(serverId(context));
    return say(done ? words.forgotten : words.forgetInterrupted);
  },
};

async function show(context: Context): Promise<Reply> {
  const words = settingsWords[context.language];
  const chosen = await context.services.settings.fresh(serverId(context));
  return {
    title: words.title,
    text: [
      words.language(chosen.language ? languageNames[chosen.language] : words.noLanguage),
      words.curators(chosen.curatorsRole ? `<@&${chosen.curatorsRole}>` : words.none),
      words.review(chosen.reviewChannel ? `<#${chosen.reviewChannel}>` : words.none),
      words.second(chosen.requireSecond),
      '',
      words.showHint,
    ].join('\n'),
    visibility: 'private',
  };
}

async function exportFile(skip: number, context: Context): Promise<Reply> {
  const words = settingsWords[context.language];
  const part = await context.services.faq.estate.exportPart(serverId(context), skip);
  return {
    text: part.next ? `${words.exported} ${words.exportedMore}` : words.exported,
    file: { name: 'community.json', content: part.text },
    visibility: 'private',
    rows: part.next
      ? [[{ label: words.nextFile, route: ['settings', 'export', String(part.next)], style: 'primary' }]]
      : [],
  };
}

function forgetForm({ language }: Context): Form {
  const words = settingsWords[language];
  return {
    form: ['settings', 'forget'],
    title: words.forgetTitle,
    fields: [
      {
        id: 'confirm',
        label: words.forgetLabel(words.forgetWord),
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
