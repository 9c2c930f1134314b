import { type ReportReason, reportReasons } from '../../src/community/reports/reports.ts';
import { curateRoutes, faqRoutes } from '../../src/community/routes.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';

import { plain } from '../../src/messaging/markdown.ts';
import type { Form, Reply } from '../../src/messaging/reply.ts';

/** Characters a member may write to moderators. */
const moreLimit = 1_000;

/** The form behind "Wrong or old?". */
export function reportForm(entryId: string, language: Language): Form {
  const words = wordsOf(language).faq.report;
  return {
    form: faqRoutes.report({ entry: entryId }),
    title: words.title,
    fields: [
      {
        id: 'reason',
        label: words.reason,
        kind: 'choice',
        required: true,
        options: reportReasons.map(reason => ({ label: words.reasons[reason], value: reason })),
      },
      { id: 'more', label: words.more, hint: words.moreHint, kind: 'long', max: moreLimit },
    ],
  };
}

/** What moderators read: the answer, the reason, what was written, and nothing about who wrote it. */
export function reportPost(
  report: {
    readonly entryId: string;
    readonly title: string;
    readonly reason: ReportReason;
    readonly more: string;
  },
  language: Language,
): Reply {
  const words = wordsOf(language).faq.report;
  const more = plain(report.more.slice(0, moreLimit)).trim();
  const quoted = more
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n');
  return {
    title: words.postTitle,
    text: [
      words.about({ title: plain(report.title) }),
      words.because({ reason: words.reasons[report.reason] }),
      ...(more ? [`${words.wrote}\n${quoted}`] : []),
    ].join('\n\n'),
    notes: [words.anonymous],
    language,
    rows: [[{ label: words.edit, route: curateRoutes.open({ entry: report.entryId }), style: 'primary' }]],
  };
}
