import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { Callback } from './pending.ts';

/** The application's key pair: Discord signs with the one half, the bot is told the other. */
export interface SigningKey {
  /** 64 hexadecimal digits, for `DISCORD_PUBLIC_KEY`. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

/** A new Ed25519 key pair. */
export function createSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return { publicKey: raw.toString('hex'), privateKey };
}

/** The two headers of a signed request. https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers */
export function signature(key: SigningKey, body: string, timestamp = String(Math.floor(Date.now() / 1000))) {
  const signed = sign(null, Buffer.from(timestamp + body), key.privateKey);
  return { 'x-signature-ed25519': signed.toString('hex'), 'x-signature-timestamp': timestamp };
}

/** Sends an interaction to the bot's endpoint; the body of a 200 is its first answer, nothing after 202. */
export async function postInteraction(
  endpoint: string,
  key: SigningKey,
  interaction: unknown,
  patience: number,
): Promise<Callback | undefined> {
  const body = JSON.stringify(interaction);
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0',
      ...signature(key, body),
    },
    body,
    signal: AbortSignal.timeout(patience),
  });
  if (response.status === 200) return (await response.json()) as Callback;
  if (response.status === 202) return undefined;
  throw new Error(`The endpoint answered ${response.status}.`);
}

/**
 * What Discord does before it takes an endpoint: a signed ping must be answered with a pong, and badly signed ones with 401.
 * Gives what is wrong, or undefined when Discord would take it.
 */
export async function checkEndpoint(endpoint: string, key: SigningKey): Promise<string | undefined> {
  const body = JSON.stringify({ type: 1, id: '1', application_id: '1', token: 'ping', version: 1 });
  const post = (headers: Record<string, string>) =>
    fetch(endpoint, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const good = await post(signature(key, body));
  if (good.status !== 200 || ((await good.json()) as Callback).type !== 1)
    return `A signed ping was answered with ${good.status}.`;
  const forged = [
    { ...signature(key, body), 'x-signature-ed25519': randomBytes(64).toString('hex') },
    { ...signature(key, `${body} `) },
    { ...signature(key, body), 'x-signature-timestamp': '1' },
    {},
  ];
  for (const headers of forged) {
    const { status } = await post(headers);
    if (status !== 401) return `A badly signed ping was answered with ${status}, not 401.`;
  }
  return undefined;
}
