import { expect } from 'vitest';
import type { Change } from './change.ts';

/** A number to call, beside the source of a community's answer: typed in the form, kept, shown, in history and export. */
export const entryField: Change = {
  heading: 'A field of a community’s answers',
  before: '8, and no room in the form',
  async apply(copy) {
    const file = 'src/community/entries/content.ts';
    copy.edit(
      file,
      '  source: text.optional(),\n',
      '  source: text.optional(),\n  /** Whom to call. */\n  phone: text.optional(),\n',
    );
    copy.edit(file, "| 'aliases' | 'source';", "| 'aliases' | 'source' | 'phone';");
    copy.edit(file, "  'aliases',\n  'source',\n];", "  'aliases',\n  'source',\n  'phone',\n];");
    copy.edit(
      file,
      "  const source = addressOf(value('source').trim());\n",
      "  const source = addressOf(value('source').trim());\n  const phone = value('phone').trim();\n",
    );
    copy.edit(file, '...(source && { source }) };', '...(source && { source }), ...(phone && { phone }) };');
    copy.edit(
      file,
      "    source: content.source ?? '',\n",
      "    source: content.source ?? '',\n    phone: content.phone ?? '',\n",
    );
    copy.edit(
      'commands/curate/entry-form.ts',
      '        placeholder: words.sourcePlaceholder,\n      },\n',
      "        placeholder: words.sourcePlaceholder,\n      },\n      { id: 'phone', label: words.phone, kind: 'short', max: 30, value: values.phone },\n",
    );
    copy.edit(
      'commands/answers/entry-content-reply.ts',
      "    text: content.answers[spoken] ?? '',\n",
      "    text: [content.answers[spoken] ?? '', content.phone].filter(Boolean).join('\\n\\n'),\n",
    );
    for (const [language, label, part] of [
      ['en', 'Whom to call', 'Number'],
      ['es', 'A quién llamar', 'Número'],
    ] as const) {
      copy.edit(
        `src/i18n/words/${language}.json`,
        '      "sourcePlaceholder":',
        `      "phone": "${label}",\n      "sourcePlaceholder":`,
      );
      copy.edit(
        `src/i18n/words/${language}.json`,
        '    "parts": {\n',
        `    "parts": {\n      "phone": "${part}",\n`,
      );
    }
    expect(await copy.run('src/cli/words.ts')).toEqual({ code: 0, output: '' });
  },
  async works(copy) {
    const found = await copy.evaluate(`
      import { contentOf, fieldsOf, contentSchema, sameContent } from './src/community/entries/content.ts';
      import { memberAnswer } from './commands/answers/entry-content-reply.ts';
      import { entryForm } from './commands/curate/entry-form.ts';
      const typed = new Map([['title', 'Food'], ['answer', 'At the church.'], ['phone', ' 312 555 0100 ']]);
      const content = contentSchema.parse(contentOf(typed, { language: 'en' }));
      const shown = memberAnswer({ content, at: '2026-11-27T00:00:00Z', override: false }, { language: 'en', page: 0, turn: () => ({}) });
      const form = entryForm({ route: {}, kind: 'edit', content, language: 'es', writing: 'en' });
      const { phone: _, ...without } = content;
      export default [fieldsOf(content).phone, shown.text, form.fields.at(-1), sameContent(content, without)];
    `);
    expect(found).toMatchObject([
      '312 555 0100',
      'At the church.\n\n312 555 0100',
      { label: 'A quién llamar', value: '312 555 0100' },
      false,
    ]);
  },
};
