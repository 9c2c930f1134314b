import type { LookupAddress } from 'node:dns';
import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Resolves a name to all its addresses, like `dns.lookup` with `all`. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** The system's resolver. */
export const systemResolve: Resolve = (hostname, done) => dnsLookup(hostname, { all: true }, done);

/** Code of the error with which a connection to a private address is refused. */
export const privateAddress = 'EPRIVATEADDRESS';

/** True for addresses of the public internet; false for private, loopback, link-local, shared, reserved and unreadable ones. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  // An IPv6-only network reaches IPv4 through 64:ff9b::/96; what counts is the IPv4 address inside.
  if (parsed instanceof ipaddr.IPv6 && parsed.range() === 'rfc6052') {
    return isPublic(parsed.toByteArray().slice(12).join('.'));
  }
  return parsed.range() === 'unicast';
}

/**
 * A `lookup` for sockets that fails unless every address of the name is public. The socket connects to the very addresses that were looked at, so
 * a name that resolves differently a moment later gains nothing.
 */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? named('ENOTFOUND'), '', 0);
      if (!addresses.every(({ address }) => isPublic(address))) return callback(named(privateAddress), '', 0);
      if (options.all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };
}

/** Sockets look up names only: an address written in the URL must be looked at by itself. True when the host may be connected to. */
export function hostMayBePublic(hostname: string): boolean {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return !ipaddr.isValid(bare) || isPublic(bare);
}

function named(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
