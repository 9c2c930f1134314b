/** An instant as Discord shows it to each reader in their own time: the full date and time. */
export const fullTime = (time: Date): string => `<t:${Math.floor(time.getTime() / 1_000)}:F>`;

/** The same as "in 3 hours", "2 days ago". */
export const relativeTime = (time: Date): string => `<t:${Math.floor(time.getTime() / 1_000)}:R>`;
