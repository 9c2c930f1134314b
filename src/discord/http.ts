import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { finished } from 'node:stream/promises';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Handle } from '../interactions/handle.ts';
import { errorFields, type Log } from '../lib/log.ts';
import { createInFlight } from './in-flight.ts';
import type { Sender } from './send.ts';
import { isSigned, publicKeyOf } from './signature.ts';

/** Larger than any interaction that Discord sends (a modal holds at most 5 × 4,000 characters). */
const bodyLimit = 512 * 1024;

export interface HttpOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly health: () => Promise<{ readonly ok: boolean; readonly body: object }>;
  readonly metrics: () => Promise<string>;
  /** Set where interactions come over HTTP. */
  readonly interactions?: { readonly publicKey: string; readonly handle: Handle; readonly sender: Sender };
  readonly log: Log;
}

export interface Http {
  /** The address it listens on, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Takes no more requests; resolves when those that came are answered. */
  stop(): Promise<void>;
}

/** The host and port cannot be listened on; `code` is the system's. */
export class CannotListen extends Error {
  override name = 'CannotListen';
  readonly code: string | undefined;
  constructor(host: string, port: number, code: string | undefined) {
    super(`cannot listen on ${host}, port ${port}`);
    this.code = code;
  }
}

/** Serves `/health`, `/metrics` and, with a public key, `POST /interactions`. Rejects with {@link CannotListen}. */
export async function startHttp(options: HttpOptions): Promise<Http> {
  const interactions = options.interactions && interactionsRoute(options.interactions);
  const serving = createInFlight();
  // How often slow senders are looked for: Node's own 30 seconds would make the limits below five times as long.
  const server = createServer({ connectionsCheckingInterval: 2_000 }, (request, response) => {
    const served = route(request, response).catch(error => {
      options.log.error(errorFields(error), 'request failed');
      if (!response.headersSent) send(response, 500, 'text/plain', 'internal error');
      else response.destroy();
    });
    serving.add(Promise.all([served, finished(response)]));
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5_000;

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0];
    if (path === '/interactions' && interactions) {
      if (request.method !== 'POST') return notAllowed(response, 'POST');
      return interactions(request, response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(response, 'GET, HEAD');
    if (path === '/health') {
      const { ok, body } = await options.health();
      return send(response, ok ? 200 : 503, 'application/json', JSON.stringify(body));
    }
    if (path === '/metrics') {
      return send(response, 200, 'text/plain; version=0.0.4; charset=utf-8', await options.metrics());
    }
    send(response, 404, 'text/plain', 'not found');
  }

  await listen(server, options.port, options.host);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    address: `http://${host}:${port}`,
    async stop() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      await serving.ended();
      server.closeAllConnections();
      await closed;
    },
  };
}

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function interactionsRoute({ publicKey, handle, sender }: NonNullable<HttpOptions['interactions']>): Route {
  const key = publicKeyOf(publicKey);
  return async (request, response) => {
    const body = await bodyOf(request);
    if (body === 'gone') return;
    if (body === 'too large') return send(response, 413, 'text/plain', 'too large');
    const signature = request.headers['x-signature-ed25519'];
    const timestamp = request.headers['x-signature-timestamp'];
    if (!isSigned(key, String(signature ?? ''), String(timestamp ?? ''), body)) {
      return send(response, 401, 'text/plain', 'invalid request signature');
    }
    const interaction = parse(body);
    if (!interaction) return send(response, 400, 'text/plain', 'not an interaction');
    const outcome = await handle(interaction);
    send(response, 200, 'application/json', JSON.stringify(outcome.response));
    if (outcome.later) await sender.later(interaction, outcome.later);
  };
}

function parse(body: Buffer): APIInteraction | undefined {
  try {
    const value = JSON.parse(body.toString('utf8'));
    return typeof value?.type === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The whole body. One too large is read and thrown away, so that the connection can be used again. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | 'too large' | 'gone'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
    }
  } catch {
    return 'gone';
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : 'too large';
}

/** Node leaves the body out where the request was HEAD. */
function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function notAllowed(response: ServerResponse, allowed: string): void {
  response.setHeader('allow', allowed);
  send(response, 405, 'text/plain', 'method not allowed');
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const refused = ({ code }: NodeJS.ErrnoException) => reject(new CannotListen(host, port, code));
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      resolve();
    });
  });
