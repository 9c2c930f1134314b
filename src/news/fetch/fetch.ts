import { Agent, fetch, type Response } from 'undici';
import type { FeedRequest } from '../model/source.ts';
import { decodeText } from './decode-text.ts';
import {
  hostMayBePublic,
  privateAddress,
  publicLookup,
  type Resolve,
  systemResolve,
} from './public-address.ts';
import { retryAfter } from './retry-after.ts';

/** What a server said of the version it sent, to be sent back with the next request. */
interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** Why nothing was received; `detail` is a few technical words. */
interface FetchFailure {
  readonly code:
    | 'timeout'
    | 'too-large'
    | 'status'
    | 'private-address'
    | 'redirect'
    | 'certificate'
    | 'network';
  readonly detail: string;
  /** Milliseconds the server asks to be left alone. */
  readonly retryAfter?: number | undefined;
}

export type Fetched =
  | { readonly kind: 'body'; readonly text: string; readonly validators: Validators }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: FetchFailure };

export interface Fetcher {
  /** One answer, after at most five redirects. Never rejects for what a server or the network does; rejects when it is closed meanwhile. */
  get(request: FeedRequest, validators?: Validators): Promise<Fetched>;
  close(): Promise<void>;
}

export interface FetcherOptions {
  /** Names the bot and where its operator can be reached. */
  readonly userAgent: string;
  /** Origins the operator set (`SOURCE_<ID>_URL`): the only ones that may stand on a private address. */
  readonly trusted?: readonly string[];
  readonly resolve?: Resolve;
  /** Milliseconds for the whole answer with its redirects. */
  readonly timeLimit?: number;
  /** Bytes of a body, after decompression. */
  readonly sizeLimit?: number;
  readonly clock?: () => Date;
}

const mebibyte = 1024 * 1024;
const redirectLimit = 5;

/**
 * A fetcher for strangers' servers: only http(s), at most 5 MiB in 20 seconds, conditional requests, redirects followed by hand, no connection to a
 * private address whatever a name resolves to or a redirect says.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { resolve = systemResolve, timeLimit = 20_000, sizeLimit = 5 * mebibyte } = options;
  const { clock = () => new Date() } = options;
  const trusted = new Set((options.trusted ?? []).map(url => new URL(url).origin));
  const open = new Agent();
  const guarded = new Agent({ connect: { lookup: publicLookup(resolve) } });
  let closed = false;

  async function follow(request: FeedRequest, validators: Validators, signal: AbortSignal): Promise<Fetched> {
    let url = new URL(request.url);
    let post = request.post;
    for (let hop = 0; hop <= redirectLimit; hop++) {
      const free = trusted.has(url.origin);
      if (!free && !hostMayBePublic(url.hostname)) return failed('private-address', url.host);
      const response = await fetch(url, {
        method: post === undefined ? 'GET' : 'POST',
        ...(post === undefined ? {} : { body: post }),
        headers: headersOf(request, post, validators, options.userAgent),
        redirect: 'manual',
        signal,
        dispatcher: free ? open : guarded,
      });
      if (![301, 302, 303, 307, 308].includes(response.status)) return await receive(response, validators);
      await response.body?.cancel();
      const next = URL.parse(response.headers.get('location') ?? '', url.href);
      if (!next || !/^https?:$/.test(next.protocol)) return failed('redirect', 'it leads to no web address');
      if (url.protocol === 'https:' && next.protocol === 'http:')
        return failed('redirect', 'it leads from https to http');
      if (response.status < 307) post = undefined;
      url = next;
    }
    return failed('redirect', `more than ${redirectLimit} redirects`);
  }

  async function receive(response: Response, validators: Validators): Promise<Fetched> {
    const conditional = validators.etag !== undefined || validators.lastModified !== undefined;
    if (response.status === 304 && conditional) return { kind: 'unchanged' };
    if (response.status !== 200) {
      await response.body?.cancel();
      const wait = retryAfter(response.headers.get('retry-after'), clock());
      return failed('status', String(response.status), wait);
    }
    const bytes = await bytesOf(response);
    if (!bytes) return failed('too-large', `more than ${sizeLimit / mebibyte} MiB`);
    const text = decodeText(bytes, response.headers.get('content-type'));
    return { kind: 'body', text, validators: validatorsOf(response) };
  }

  /** The body, or undefined as soon as it grows beyond the limit: a small body may unpack to a huge one. */
  async function bytesOf(response: Response): Promise<Uint8Array | undefined> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      // Leaving the loop cancels the body.
      if (size > sizeLimit) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  }

  return {
    async get(request, validators = {}) {
      const signal = AbortSignal.timeout(timeLimit);
      try {
        return await follow(request, validators, signal);
      } catch (error) {
        // The bot stops: that is no failure of the server's, and the same look comes again after the start.
        if (closed) throw new Error('the fetcher is closed');
        return signal.aborted ? failed('timeout', `${timeLimit / 1_000} s`) : fault(error);
      }
    },
    async close() {
      closed = true;
      await Promise.all([open.destroy(), guarded.destroy()]);
    },
  };
}

function failed(code: FetchFailure['code'], detail: string, wait?: number): Fetched {
  return { kind: 'failed', failure: { code, detail, ...(wait === undefined ? {} : { retryAfter: wait }) } };
}

/** undici says what the network did with a TypeError whose cause has a code; anything else is a bug and thrown on. */
function fault(error: unknown): Fetched {
  const cause = error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (code === privateAddress) return failed('private-address', 'its name leads to a private address');
  if (/CERT|VERIFY|TLS_|SSL|SELF_SIGNED/.test(code)) return failed('certificate', code);
  if (code || (error instanceof TypeError && error.cause)) return failed('network', code || 'broken answer');
  throw error;
}

function headersOf(
  request: FeedRequest,
  post: string | undefined,
  validators: Validators,
  userAgent: string,
) {
  return {
    accept: request.accept,
    'user-agent': userAgent,
    ...(post === undefined ? {} : { 'content-type': 'application/json' }),
    ...(validators.etag === undefined ? {} : { 'if-none-match': validators.etag }),
    ...(validators.lastModified === undefined ? {} : { 'if-modified-since': validators.lastModified }),
  };
}

function validatorsOf({ headers }: Response): Validators {
  return { etag: sendable(headers.get('etag')), lastModified: sendable(headers.get('last-modified')) };
}

function sendable(value: string | null): string | undefined {
  return value !== null && /^[\x20-\x7e]{1,300}$/.test(value) ? value : undefined;
}

/** How the bot presents itself to the sites it reads: what it is, its version, and the operator's page where one is set. */
export function userAgentOf(version: string, operatorUrl: string | undefined): string {
  const page = operatorUrl && URL.canParse(operatorUrl) ? ` (+${new URL(operatorUrl).href})` : '';
  return `trust-act-bot/${version}${page}`;
}
