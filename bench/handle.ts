import { languages } from '../src/i18n/languages.ts';
import { command } from '../tests/support/interactions.ts';
import { coreOf, realKnowledge } from './fixture.ts';
import { percentile, type Row } from './row.ts';

/** `handle` for every entry in every language, many times over. */
export async function run(): Promise<readonly Row[]> {
  const knowledge = await realKnowledge();
  const handle = await coreOf(knowledge);
  const asks = [...knowledge.entries.values()]
    .filter(entry => ['rights', 'trustact', 'grants', 'lawsuit', 'safety'].includes(entry.topic))
    .flatMap(entry =>
      languages.map(language =>
        command(entry.topic, { [entry.topic === 'rights' ? 'situation' : 'section']: entry.id, language }),
      ),
    );
  const samples: number[] = [];
  for (let round = 0; round < 100; round++) {
    for (const ask of asks) {
      const start = performance.now();
      await handle(ask);
      // The first rounds are the compiler's.
      if (round >= 10) samples.push(performance.now() - start);
    }
  }
  return [
    { what: `handle, ${asks.length} answers, p50`, value: percentile(samples, 0.5), unit: 'ms' },
    { what: `handle, ${asks.length} answers, p99`, value: percentile(samples, 0.99), unit: 'ms', limit: 1 },
  ];
}
