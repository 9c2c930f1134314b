/** A time zone's usual spelling (`america/denver` → `America/Denver`; an offset such as `+05:00` is taken too), or undefined where it is none. */
export function canonicalZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
