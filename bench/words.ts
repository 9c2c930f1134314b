import { execFileSync } from 'node:child_process';
import { percentile, type Row } from './row.ts';

const rounds = 15;
const message = '{count, plural, one {# day} other {# days}}';
const languages = JSON.stringify(new URL('../src/i18n/languages.ts', import.meta.url).href);
const messages = JSON.stringify(new URL('../src/i18n/messages.ts', import.meta.url).href);

/** In a process of its own, because a library is loaded once: the first message and one of many later ones, in milliseconds. */
const script = (text: string, values: object) => `
  const { fallbackLanguage } = await import(${languages});
  const { compile } = await import(${messages});
  const filled = compile(${JSON.stringify(text)}, fallbackLanguage);
  const values = ${JSON.stringify(values)};
  const start = performance.now();
  filled(values);
  const first = performance.now() - start;
  for (let at = 0; at < 20_000; at++) filled(values);
  const from = performance.now();
  for (let at = 0; at < 20_000; at++) filled(values);
  console.log(JSON.stringify([first, (performance.now() - from) / 20_000]));`;

const measured = (text: string, values: object): readonly [first: number, later: number] =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script(text, values)], {
      encoding: 'utf8',
    }),
  );

/** What ICU MessageFormat costs against filling names in: the first message with the library's loading, and each one after. */
export async function run(): Promise<readonly Row[]> {
  const samples = { plain: [], icu: [] } as { plain: [number, number][]; icu: [number, number][] };
  for (let round = 0; round < rounds; round++) {
    samples.plain.push([...measured('{count} days', { count: 3 })]);
    samples.icu.push([...measured(message, { count: 3 })]);
  }
  const p50 = (kind: 'plain' | 'icu', which: 0 | 1) =>
    percentile(
      samples[kind].map(sample => sample[which]),
      0.5,
    );
  return [
    { what: 'first message, names filled in, p50', value: p50('plain', 0), unit: 'ms' },
    { what: 'first message, intl-messageformat with its loading, p50', value: p50('icu', 0), unit: 'ms' },
    { what: 'each later message, names filled in, p50', value: p50('plain', 1) * 1_000, unit: 'µs' },
    { what: 'each later message, intl-messageformat, p50', value: p50('icu', 1) * 1_000, unit: 'µs' },
  ];
}
