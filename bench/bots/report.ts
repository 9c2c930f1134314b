/** Tells the parent that the bot is ready, and answers its questions about processor time and memory. */
export function report(state: 'ready'): void {
  process.send?.({ state });
  process.on('message', question => {
    if (question === 'stop') process.exit(0);
    if (question === 'memory') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() });
  });
}
