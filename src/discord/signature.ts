import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** The fixed beginning of an Ed25519 public key in SPKI form (RFC 8410), before the 32 bytes of the key. */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Discord's public key of 64 hexadecimal digits, as Node's crypto takes it. */
export const publicKeyOf = (hex: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiPrefix, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' });

/**
 * True where `body` was signed by Discord: Ed25519 over timestamp and body.
 * Source: https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export function isSigned(
  key: KeyObject,
  signature: string | undefined,
  timestamp: string | undefined,
  body: Buffer,
): boolean {
  if (!signature || !timestamp || !/^[0-9a-fA-F]{128}$/.test(signature)) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
