import { expect } from 'vitest';
import type { Change } from './change.ts';
import { door } from './copy.ts';

const entry = (title: string, alias: string, body: string, translation: string) => `---
title: ${title}
aliases: [${alias}]
sources: [article]
asOf: 2026-11-27
status: current
translation: ${translation}
related: []
---
${body}
`;

/** Two Markdown files and their place in the order; nobody programs. */
export const entryChange: Change = {
  heading: 'An entry',
  before: '2',
  apply(copy) {
    copy.edit(
      'knowledge/pack.yaml',
      '      - safety/report-crime\n',
      '      - safety/report-crime\n      - safety/swimming-pool\n',
    );
    copy.add(
      'knowledge/safety/swimming-pool.en.md',
      entry(
        'When is the swimming pool open?',
        'pool hours, swim, can i swim here',
        'It is open each day. Ask at the desk for the hours.',
        'original',
      ),
    );
    copy.add(
      'knowledge/safety/swimming-pool.es.md',
      entry(
        '¿Cuándo abre la alberca?',
        'horas de la alberca, nadar, puedo nadar aquí',
        'Abre todos los días. Pregunte las horas en la entrada.',
        'unreviewed',
      ),
    );
  },
  async works(copy) {
    expect((await copy.run('src/cli/knowledge.ts')).output).toContain('The content is in order');
    const found = await copy.evaluate(`
      ${door}
      const ask = (question, language) => answer(command('ask', { question, language }));
      export default [await ask('when does the swimming pool open', 'en'), await ask('a que hora abre la alberca', 'es')];
    `);
    expect(JSON.stringify(found)).toContain('Ask at the desk');
    expect(JSON.stringify(found)).toContain('Pregunte las horas');
  },
};
