/** Counters since start, without ids of people or communities. */
export interface Metrics {
  count(name: string, labels?: Readonly<Record<string, string>>): void;
  /** Prometheus text format 0.0.4. */
  text(): string;
}

/** A client library would double the start-up cost of the HTTP side; counters and two gauges are all there is to show. */
export function createMetrics(now: () => Date): Metrics {
  const started = now().getTime();
  const counters = new Map<string, Map<string, number>>();
  return {
    count(name, labels = {}) {
      const series = counters.get(name) ?? new Map<string, number>();
      const key = Object.entries(labels)
        .map(([label, value]) => `${label}="${value.replace(/["\\\n]/g, '_')}"`)
        .join(',');
      series.set(key, (series.get(key) ?? 0) + 1);
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
        for (const [labels, value] of series) lines.push(`trust_act_bot_${name}{${labels}} ${value}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
