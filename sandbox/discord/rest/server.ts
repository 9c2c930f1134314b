import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { DiscordError, RateLimited, refusal } from '../errors.ts';
import type { World } from '../world.ts';
import { attachmentOf } from './attachments.ts';
import { type Body, readBody } from './body.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { gatewayRoutes } from './gateway.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import type { Count } from './limits.ts';
import { messageRoutes } from './messages.ts';
import { match, type Reply } from './route.ts';

/**
 * What goes wrong with a request: it is applied and its answer lost (`apply-and-drop`) or never sent (`apply-and-hang`);
 * it is not applied and the connection breaks (`reset`) or stays silent (`hang`); or it is answered with a status.
 */
export type Fault =
  | 'apply-and-drop'
  | 'apply-and-hang'
  | 'reset'
  | 'hang'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** A request as a test sees it. `path` begins after `/api/v10`. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What the REST side works on, and how tests watch and disturb it. */
export interface RestOptions {
  readonly world: World;
  readonly count: Count;
  /** Asked for each request before it is handled. */
  readonly fault: (request: SeenRequest) => Fault | undefined;
  /** Told of each request that was answered. */
  readonly seen: (request: SeenRequest, status: number) => void;
}

const routes = [
  ...interactionRoutes,
  ...messageRoutes,
  ...channelRoutes,
  ...guildRoutes,
  ...commandRoutes,
  ...gatewayRoutes,
];

/** Discord's REST API under `/api/v10`, and the files under `/attachments`. It is not listening yet. */
export function createRestServer(options: RestOptions): Server {
  return createServer((request, response) => {
    serve(options, request, response).catch(() => request.socket.destroy());
  });
}

async function serve(
  options: RestOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  if (url.pathname.startsWith('/attachments/')) return attachmentOf(options.world, url, response);
  const method = request.method ?? 'GET';
  const path = url.pathname.replace(/^\/api(\/v10)?/, '');
  const body = await readBody(request);
  const seen = { method, path, body: body?.json };
  const fault = options.fault(seen);
  if (fault === 'reset') request.socket.resetAndDestroy();
  if (fault === 'reset' || fault === 'hang') return;
  if (typeof fault === 'object') {
    send(response, fault.status, fault.body ?? { message: 'Fault', code: 0 }, fault.headers ?? {});
    return options.seen(seen, fault.status);
  }
  const result = await answer(options, request, { url, method, path, body });
  options.seen(seen, result.status);
  if (fault === 'apply-and-hang') return;
  if (fault === 'apply-and-drop') request.socket.destroy();
  else send(response, result.status, result.body, result.headers);
}

interface Asked {
  readonly url: URL;
  readonly method: string;
  readonly path: string;
  readonly body: Body | undefined;
}

async function answer(options: RestOptions, request: IncomingMessage, asked: Asked) {
  const { url, method, path, body } = asked;
  let headers: Record<string, string> = {};
  try {
    if (!body) throw new DiscordError(400, 50109, 'The request body contains invalid JSON.');
    const found = match(routes, method, path);
    if (!found) throw refusal.notFound();
    if (!found.route.open) {
      if (request.headers.authorization !== `Bot ${options.world.token}`) throw refusal.unauthorized();
      headers = options.count(method, path);
    }
    const { params } = found;
    const call = {
      world: options.world,
      origin: url.origin,
      params,
      query: url.searchParams,
      body: body.json,
      files: body.files,
    };
    const reply: Reply = await found.route.handle(call);
    return { status: reply.status ?? 200, body: reply.body, headers };
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    return {
      status: error.status,
      body: error,
      headers: error instanceof RateLimited ? { ...headers, ...slowDown(error) } : headers,
    };
  }
}

const slowDown = (error: RateLimited) => ({
  'retry-after': String(Math.ceil(error.retryAfter)),
  'x-ratelimit-reset-after': String(error.retryAfter),
  'x-ratelimit-scope': error.scope,
  ...(error.scope === 'global' && { 'x-ratelimit-global': 'true' }),
});

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string>,
): void {
  response.writeHead(status, { ...headers, ...(status !== 204 && { 'content-type': 'application/json' }) });
  response.end(status === 204 ? undefined : JSON.stringify(body ?? null));
}
