import { reportReasons } from '../../src/community/reports/reports.ts';
import { faqRoutes } from '../../src/community/routes.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { unmarked } from '../../src/i18n/untranslated.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { chosenLanguage } from '../../src/interactions/chosen-language.ts';
import { onPress, onSubmit } from '../../src/interactions/route-handler.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { titleIn } from '../../src/knowledge/content/entry-text.ts';
import { type Answer, type Reply, say } from '../../src/messaging/reply.ts';
import { faqAnswer } from '../answers/community-reply.ts';
import { noAnswer } from '../answers/no-match-reply.ts';
import { memberChoices } from '../curate/entry-choices.ts';
import type { Command, Context, PressContext, SubmitContext } from '../services.ts';
import { reportForm, reportPost } from './report-reply.ts';

/** The community's own answers, and the form by which members tell that an answer is wrong or old. */
const faq: Command = {
  kind: 'slash',
  name: 'faq',
  access: 'everyone',
  where: 'server',
  options: { entry: { type: 'string', suggest: true, maxLength: 200 } },

  async run(args, context) {
    const typed = args.string('entry')?.trim();
    if (!typed) return await chooser(context);
    const { entries } = context.services.community;
    const guildId = serverId(context);
    const [first] = await entries.suggest(guildId, typed, context.language);
    const entry = (await entries.named(guildId, typed)) ?? first;
    return entry
      ? faqAnswer(entry, context, context.language)
      : noAnswer(context, (await chooser(context)).rows ?? []);
  },

  suggest: (_option, typed, context) => memberChoices(typed, context),

  routes: [
    onPress(faqRoutes.report, ({ entry }, context: PressContext) => askReport(entry, context), {
      opensForm: true,
    }),
    onSubmit(faqRoutes.report, ({ entry }, context: SubmitContext) => sendReport(entry, context)),
    onPress(faqRoutes.choose, (_values, context: PressContext) =>
      open(context.values[0] ?? '', context, context.language, 0),
    ),
    onPress(faqRoutes.open, ({ entry, language = undefined, page = 0 }, context: PressContext) =>
      open(entry, context, language ?? chosenLanguage(context), page),
    ),
    onPress(faqRoutes.show, ({ entry }, context: PressContext) => show(entry, context)),
  ],
};

async function open(id: string, context: PressContext, language: Language, page: number): Promise<Reply> {
  const entry = await context.services.community.entries.get(serverId(context), id);
  if (!entry) return say(wordsOf(context.language).faq.gone);
  return { ...faqAnswer(entry, context, language, page), placement: 'update' };
}

async function show(id: string, context: PressContext): Promise<Reply> {
  const entry = await context.services.community.entries.get(serverId(context), id);
  if (!entry) return say(wordsOf(context.language).faq.gone);
  const spoken = context.guild?.language ?? context.language;
  return { ...faqAnswer(entry, { ...context, shared: true }, spoken), visibility: 'channel' };
}

async function sendReport(id: string, context: SubmitContext): Promise<Reply> {
  const words = wordsOf(context.language).faq.report;
  const { reports } = context.services.community;
  const title = await titleOf(id, context);
  const reason = reportReasons.find(known => known === context.fields.get('reason')) ?? 'other';
  if (!title) return say(wordsOf(context.language).errors.stale);
  const language = context.guild?.language ?? context.language;
  const sent = await reports.send(serverId(context), id, context.viewer.id, {
    threadName: unmarked(wordsOf(language).faq.report.thread({ title })).slice(0, 100),
    reply: reportPost({ entryId: id, title, reason, more: context.fields.get('more') ?? '' }, language),
  });
  return say(sent.done ? words.thanks : words[sent.reason]);
}

/** The form, where a report would reach someone now. */
async function askReport(id: string, context: PressContext): Promise<Answer> {
  const words = wordsOf(context.language).faq.report;
  if (!(await titleOf(id, context))) return say(wordsOf(context.language).errors.stale);
  const check = await context.services.community.reports.check(serverId(context), id, context.viewer.id);
  return check.done ? reportForm(id, context.language) : say(words[check.reason]);
}

/** The title of a community's or a shared entry. */
async function titleOf(id: string, context: Context): Promise<string | undefined> {
  const { community: service, knowledge } = context.services;
  const language = context.guild?.language ?? context.language;
  const own = await service.override(serverId(context), id);
  return own?.content.title ?? titleIn(knowledge.entries.get(id), language);
}

async function chooser(context: Context): Promise<Reply> {
  const words = wordsOf(context.language).faq;
  const choices = await memberChoices('', context);
  if (choices.length === 0) return { title: words.title, text: words.empty, visibility: 'private' };
  const options = choices.map(({ name, value }) => ({ label: name, value }));
  return {
    title: words.title,
    text: words.choose,
    rows: [{ route: faqRoutes.choose({}), placeholder: words.chooseHere, options }],
  };
}

export default faq;
