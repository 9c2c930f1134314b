/** Counters since start, without ids of people or communities. */
export interface Metrics {
  /** Adds one to a counter; `label` is its one label, `name="value"` as Prometheus writes it. */
  count(name: string, label: string): void;
  /** Prometheus text format 0.0.4. */
  text(): string;
}

/** A client library would double the start-up cost of the HTTP side; counters and two gauges are all there is to show. */
export function createMetrics(now: () => Date): Metrics {
  const started = now().getTime();
  const counters = new Map<string, Map<string, number>>();
  return {
    count(name, label) {
      const series = counters.get(name) ?? new Map<string, number>();
      series.set(label, (series.get(label) ?? 0) + 1);
      counters.set(name, series);
    },
    text() {
      const lines = [
        '# TYPE trust_act_bot_uptime_seconds gauge',
        `trust_act_bot_uptime_seconds ${(now().getTime() - started) / 1_000}`,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      ];
      for (const [name, series] of counters) {
        lines.push(`# TYPE trust_act_bot_${name} counter`);
        for (const [label, value] of series) lines.push(`trust_act_bot_${name}{${label}} ${value}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
