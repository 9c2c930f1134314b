/** Where Discord keeps what people attach. */
const discordHosts = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'not-allowed' | 'too-big' | 'unreachable' };

interface Limits {
  readonly fetch: typeof globalThis.fetch;
  /** The address that stands for Discord (`DISCORD_API_BASE_URL`); its host may serve attachments too. */
  readonly apiBaseUrl?: string | undefined;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** The bytes of an attachment, only from Discord's own hosts, within a size and a time, without following redirects. */
export async function fetchAttachment(
  url: string,
  { fetch, apiBaseUrl, maxBytes, timeoutMs }: Limits,
): Promise<Fetched> {
  if (!allowed(url, apiBaseUrl)) return { ok: false, reason: 'not-allowed' };
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return { ok: false, reason: 'unreachable' };
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      // Leaving the loop cancels the rest; what the server states as length is not believed.
      if (size > maxBytes) return { ok: false, reason: 'too-big' };
      chunks.push(chunk);
    }
    return { ok: true, bytes: Buffer.concat(chunks) };
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}

function allowed(address: string, apiBaseUrl: string | undefined): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  if (url.protocol === 'https:' && url.port === '' && discordHosts.has(url.hostname)) return true;
  const base = apiBaseUrl === undefined ? undefined : URL.parse(apiBaseUrl);
  return base?.origin === url.origin;
}
