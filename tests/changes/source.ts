import { expect } from 'vitest';
import type { Change } from './change.ts';

const parser = `import { z } from 'zod';
import { at, type Feed, type Source } from '../model/source.ts';
import type { WatchList } from './list.ts';
import { makeFinding, readItems } from './make-finding.ts';
import { readJson } from './read-json.ts';

const own = 'https://council.example.org';
const items = z.object({ items: z.array(z.object({ id: z.string(), day: z.string(), title: z.string() })) });

/** A city council's agenda. */
export function council(list: WatchList, origin?: string): Source {
  const feeds = list.agendas.map(agenda => {
    const feed: Feed = {
      id: agenda.id,
      name: agenda.name,
      page: at(own, undefined, '/'),
      why: agenda.why,
      scope: agenda.id,
      request: () => ({ url: at(own, origin, '/agenda.json'), accept: 'application/json' }),
      read(body: string) {
        const read = readJson(body, items);
        if ('reason' in read) return { ok: false as const, reason: read.reason };
        return readItems(read.value.items, ({ id, day, title }) =>
          makeFinding('council', feed, {
            id: [id],
            kind: 'law',
            event: 'notice',
            title,
            link: undefined,
            date: day,
            quote: title,
            editable: [title],
          }),
        );
      },
    };
    return feed;
  });
  return { id: 'council', cron: '40 */6 * * *', feeds };
}
`;

/** A parser, a row with the section of `watch.yaml` that it reads, and what it is called. */
export const source: Change = {
  heading: 'A source of news',
  before: '7–9',
  async apply(copy) {
    copy.add('src/news/sources/council.ts', parser);
    copy.edit(
      'src/news/sources/list.ts',
      '} as const;\n\nexport type SourceId',
      `  council: { agendas: list(z.strictObject({ id, name, why }), 10, item => item.id) },\n} as const;\n\nexport type SourceId`,
    );
    copy.edit('src/news/sources/all.ts', '  doj,\n};', '  doj,\n  council,\n};');
    copy.edit(
      'src/news/sources/all.ts',
      'import { courtlistener }',
      "import { council } from './council.ts';\nimport { courtlistener }",
    );
    copy.edit('src/i18n/words/en.json', '"doj": "', '"council": "City council",\n      "doj": "');
    copy.edit('src/i18n/words/es.json', '"doj": "', '"council": "Concejo municipal",\n      "doj": "');
    copy.edit('.env.example', 'ilga, doj; all', 'ilga, doj, council; all');
    expect(await copy.run('src/cli/words.ts')).toEqual({ code: 0, output: '' });
  },
  async works(copy) {
    const found = await copy.evaluate(`
      import { readConfig } from './src/app/config.ts';
      import { createSources } from './src/news/sources/all.ts';
      import { readWatchList } from './src/news/sources/list.ts';
      const config = readConfig({ SOURCES: 'council', SOURCE_COUNCIL_URL: 'http://127.0.0.1:9' }).config;
      const why = { en: 'Because we follow it.', es: 'Porque lo seguimos.' };
      const { list } = readWatchList({ agendas: [{ id: 'full', name: 'Full council', why }] });
      const [{ feeds: [feed] }] = createSources(list, config.SOURCES, config.origins);
      const body = JSON.stringify({ items: [{ id: '7', day: '2026-11-27', title: 'A hearing' }] });
      export default [feed.request().url, feed.read(body)];
    `);
    expect(found).toMatchObject([
      'http://127.0.0.1:9/agenda.json',
      { ok: true, findings: [{ id: 'council:7', title: 'A hearing', link: 'https://council.example.org/' }] },
    ]);
  },
};
