/** Milliseconds between 1970 and the first instant Discord's ids can name. */
const epoch = 1_420_070_400_000;

/** Makes ids as Discord does: the time in the upper bits, always rising, also when the clock is set back. */
export function snowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const next = BigInt(now() - epoch) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };
}
