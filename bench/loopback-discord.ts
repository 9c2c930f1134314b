import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** The least of Discord that a bot needs to answer: a gateway, and a callback route that takes the time. */
export interface LoopbackDiscord {
  readonly api: string;
  /** Resolves when a bot has identified itself. */
  connected(): Promise<void>;
  /** Sends one interaction; resolves with the milliseconds until its callback arrived. */
  ask(guildId: string): Promise<number>;
  close(): void;
}

const interaction = (id: string, guildId: string) => ({
  type: 2,
  id,
  application_id: '100000000000000001',
  token: `t${id}`,
  version: 1,
  guild_id: guildId,
  channel_id: '300000000000000001',
  channel: { id: '300000000000000001', type: 0 },
  locale: 'en-US',
  guild_locale: 'en-US',
  app_permissions: '0',
  entitlements: [],
  attachment_size_limit: 10_485_760,
  authorizing_integration_owners: { 0: guildId },
  context: 0,
  member: {
    user: {
      id: '400000000000000001',
      username: 'member',
      discriminator: '0',
      avatar: null,
      global_name: null,
    },
    roles: [],
    permissions: '0',
    joined_at: '2024-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
  },
  data: {
    id: '500000000000000001',
    name: 'rights',
    type: 1,
    options: [{ name: 'situation', type: 3, value: 'rights/at-home' }],
  },
});

/** Starts one on a free port of 127.0.0.1. */
export async function startLoopbackDiscord(): Promise<LoopbackDiscord> {
  const waiting = new Map<string, () => void>();
  let socket: WebSocket | undefined;
  let sequence = 1;
  let onReady: () => void = () => {};
  const ready = new Promise<void>(resolve => {
    onReady = resolve;
  });

  const http = createServer((request, response) => {
    request.resume();
    const callback = /\/interactions\/(\d+)\//.exec(request.url ?? '');
    if (callback) waiting.get(callback[1] ?? '')?.();
    const { port } = http.address() as AddressInfo;
    const body = request.url?.endsWith('/gateway/bot')
      ? {
          url: `ws://127.0.0.1:${port}`,
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
        }
      : request.url?.includes('/guilds')
        ? []
        : {};
    request.on('end', () => {
      if (callback) {
        response.writeHead(204).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  const gateway = new WebSocketServer({ server: http });
  gateway.on('connection', client => {
    const send = (op: number, d: unknown, t: string | null = null) =>
      client.send(JSON.stringify({ op, d, t, s: op === 0 ? sequence++ : null }));
    send(10, { heartbeat_interval: 45_000 });
    client.on('message', data => {
      const { op } = JSON.parse(String(data));
      if (op === 1) send(11, null);
      if (op !== 2) return;
      socket = client;
      const { port } = http.address() as AddressInfo;
      const user = { id: '100000000000000001', username: 'bot', discriminator: '0', avatar: null, bot: true };
      send(
        0,
        {
          v: 10,
          user,
          guilds: [],
          session_id: 's',
          resume_gateway_url: `ws://127.0.0.1:${port}`,
          application: { id: user.id, flags: 0 },
        },
        'READY',
      );
      onReady();
    });
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;

  let next = 600_000_000_000_000_000n;
  return {
    api: `http://127.0.0.1:${port}/api`,
    connected: () => ready,
    ask: guildId =>
      new Promise(resolve => {
        const id = String(next++);
        const payload = JSON.stringify({
          op: 0,
          t: 'INTERACTION_CREATE',
          s: sequence++,
          d: interaction(id, guildId),
        });
        const start = performance.now();
        waiting.set(id, () => {
          waiting.delete(id);
          resolve(performance.now() - start);
        });
        socket?.send(payload);
      }),
    close() {
      for (const client of gateway.clients) client.terminate();
      http.closeAllConnections();
      http.close();
    },
  };
}
