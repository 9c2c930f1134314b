import { reportReasons } from '../../src/community/reports/reports.ts';
import { languages } from '../../src/i18n/language.ts';
import { errorWords } from '../../src/i18n/words/errors.ts';
import { faqWords } from '../../src/i18n/words/faq.ts';
import type { Command, Context, PressContext } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import type { Answer, Reply } from '../../src/messaging/reply.ts';
import { faqAnswer } from '../answers/community-reply.ts';
import { noAnswer } from '../answers/no-match-reply.ts';
import { memberChoices } from '../curate/entry-choices.ts';
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
    const { community } = context.services.faq;
    const guildId = serverId(context);
    const [first] = await community.suggest(guildId, typed, context.language);
    const entry = (await community.named(guildId, typed)) ?? first;
    return entry
      ? faqAnswer(entry, context, context.language)
      : noAnswer(context, (await chooser(context)).rows ?? []);
  },

  suggest: (_option, typed, context) => memberChoices(typed, context),

  pressOpensForm: ([verb]) => verb === 'report',

  async press([verb, id = '', language, page], context) {
    if (verb === 'report') return await askReport(id, context);
    const wanted = verb === 'choose' ? (context.values[0] ?? '') : id;
    const entry = await context.services.faq.community.get(serverId(context), wanted);
    if (!entry) return { text: faqWords[context.language].gone, visibility: 'private' };
    if (verb === 'show') {
      const spoken = context.guild?.language ?? context.language;
      return { ...faqAnswer(entry, { ...context, shared: true }, spoken), visibility: 'channel' };
    }
    const spoken = languages.find(known => known === language) ?? context.language;
    return { ...faqAnswer(entry, context, spoken, Number(page) || 0), placement: 'update' };
  },

  async submit([, id = ''], context) {
    const words = faqWords[context.language].report;
    const { reports } = context.services.faq;
    const title = await titleOf(id, context);
    const reason = reportReasons.find(known => known === context.fields.get('reason')) ?? 'other';
    if (!title) return { text: errorWords[context.language].stale, visibility: 'private' };
    const language = context.guild?.language ?? context.language;
    const sent = await reports.send(serverId(context), id, context.viewer.id, {
      threadName: faqWords[language].report.thread(title).slice(0, 100),
      reply: reportPost({ entryId: id, title, reason, more: context.fields.get('more') ?? '' }, language),
    });
    return { text: sent.done ? words.thanks : words[sent.reason], visibility: 'private' };
  },
};

/** The form, where a report would reach someone now. */
async function askReport(id: string, context: PressContext): Promise<Answer> {
  const words = faqWords[context.language].report;
  if (!(await titleOf(id, context)))
    return { text: errorWords[context.language].stale, visibility: 'private' };
  const check = await context.services.faq.reports.check(serverId(context), id, context.viewer.id);
  return check.done ? reportForm(id, context.language) : { text: words[check.reason], visibility: 'private' };
}

/** The title of a community's or a shared entry. */
async function titleOf(id: string, context: Context): Promise<string | undefined> {
  const { faq: service, knowledge } = context.services;
  const language = context.guild?.language ?? context.language;
  const own = await service.overlay(serverId(context), id);
  return own?.content.title ?? knowledge.entries.get(id)?.text[language].title;
}

async function chooser(context: Context): Promise<Reply> {
  const words = faqWords[context.language];
  const choices = await memberChoices('', context);
  if (choices.length === 0) return { title: words.title, text: words.empty, visibility: 'private' };
  const options = choices.map(({ name, value }) => ({ label: name, value }));
  return {
    title: words.title,
    text: words.choose,
    rows: [{ route: ['faq', 'choose'], placeholder: words.chooseHere, options }],
  };
}

export default faq;
