import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { act, action } from './actions.ts';
import { attachmentOf } from './discord/rest/attachments.ts';
import type { PlaceQuery, Result } from './page/model.ts';
import { pageFile } from './page-files.ts';
import type { Stage } from './stage.ts';
import { viewOf } from './view.ts';

/** The page runs its own scripts and styles only, loads nothing from elsewhere and can be put into no frame. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};
const largestBody = 16 * 1024 * 1024;

/** The page while it is served. */
export interface Page {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the page on 127.0.0.1. Rejects with the system's error when the port is taken. */
export async function startPage(stage: Stage, port: number): Promise<Page> {
  const server = createServer((request, response) => {
    answer(stage, request, response).catch((error: unknown) => {
      if (!response.headersSent)
        json(response, 400, { kind: 'refused', reason: error instanceof Error ? error.message : 'error' });
      else response.destroy();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(stage: Stage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  // A page elsewhere must not reach this one under a name of its own.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ''))
    return json(response, 403, { kind: 'refused', reason: 'host' });
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'POST' && url.pathname === '/act')
    return json(response, 200, await doIt(stage, request));
  if (request.method !== 'GET') return json(response, 405, { kind: 'refused', reason: 'method' });
  if (url.pathname === '/events') return events(stage, url, request, response);
  if (url.pathname.startsWith('/attachments/')) return attachmentOf(stage.discord.world, url, response);
  const file = await pageFile(url.pathname);
  response
    .writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' })
    .end(file?.body ?? 'Not found');
}

/** JSON only: a form of another site cannot send that without asking first, and is refused then. */
async function doIt(stage: Stage, request: IncomingMessage): Promise<Result> {
  if (request.headers['content-type'] !== 'application/json') throw new Error('JSON only');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > largestBody) throw new Error('Too large');
    chunks.push(chunk as Buffer);
  }
  return act(stage, action.parse(JSON.parse(Buffer.concat(chunks).toString())));
}

/** Server-sent events: the whole view, again after each change. */
function events(stage: Stage, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const word = (name: string, otherwise: string) => url.searchParams.get(name) ?? otherwise;
  const query: PlaceQuery = {
    user: word('user', 'member'),
    channel: word('channel', ''),
    locale: word('locale', 'en-US'),
    server: word('server', 'en-US'),
  };
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  let last = '';
  let waiting = false;
  const send = () => {
    waiting = false;
    const view = JSON.stringify(viewOf(stage, query));
    if (view !== last) response.write(`data: ${view}\n\n`);
    last = view;
  };
  // Several changes in one turn make one event.
  const later = () => {
    if (!waiting) setImmediate(send);
    waiting = true;
  };
  const { changed } = stage.discord.world;
  changed.on('change', later);
  request.on('close', () => changed.off('change', later));
  send();
}

function json(response: ServerResponse, status: number, body: Result): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
