import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { userJson } from './wire.ts';
import type { World } from './world.ts';

/** Close codes by Discord's names. https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
export const closes = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  invalidShard: 4010,
  invalidIntents: 4013,
} as const;

interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly events: { readonly seq: number; readonly text: string }[];
  seq: number;
  socket: WebSocket | undefined;
}

/** The gateway's other end, for tests and for the driver. */
export interface Gateway {
  /** Sends an event to the shard of a server (shard 0 without one); a session that is away gets it when it resumes. False when no session exists. */
  dispatch(event: string, data: unknown, guildId?: string): boolean;
  /** Sessions that are connected now. */
  connected(): number;
  /** Cuts every connection, with a close code or as a network does (1006). */
  cut(code?: number): void;
  /** Tells every session that it is invalid (op 9). */
  invalidate(resumable: boolean): void;
  /** Asks every session to reconnect (op 7). */
  askToReconnect(): void;
  close(): void;
}

const replayed = 1000;

/** Discord's gateway, version 10 with JSON, on the same port as REST. */
export function createGateway(world: World, server: Server): Gateway {
  const sockets = new WebSocketServer({ server, maxPayload: 4096 });
  const sessions = new Map<string, Session>();
  sockets.on('connection', (socket, request) => {
    const origin = `ws://${request.headers.host ?? '127.0.0.1'}`;
    let session: Session | undefined;
    send(socket, { op: 10, d: { heartbeat_interval: 41_250 } });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = undefined;
      world.changed.emit('change');
    });
    socket.on('message', bytes => {
      const message = parse(String(bytes));
      if (!message) return socket.close(closes.decodeError, 'Error while decoding payload.');
      if (message.op === 1) return send(socket, { op: 11 });
      if (message.op === 2 || message.op === 6) {
        if (session) return socket.close(closes.alreadyAuthenticated, 'Already authenticated.');
        session =
          message.op === 2
            ? identify(world, sessions, socket, message.d, origin)
            : resume(world, sessions, socket, message.d);
        world.changed.emit('change');
        return;
      }
      if (!session) return socket.close(closes.notAuthenticated, 'Not authenticated.');
      if (![3, 4, 8].includes(message.op)) socket.close(closes.unknownOpcode, 'Unknown opcode.');
    });
  });
  const live = () => [...sessions.values()].filter(one => one.socket);
  return {
    dispatch(event, data, guildId) {
      const session = [...sessions.values()].findLast(
        ({ shard: [id, count] }) => shardOf(guildId, count) === id,
      );
      if (!session) return false;
      deliver(session, event, data);
      return true;
    },
    connected: () => live().length,
    cut: code => {
      for (const { socket } of live()) code === undefined ? socket?.terminate() : socket?.close(code);
    },
    invalidate(resumable) {
      for (const session of live()) {
        if (!resumable) sessions.delete(session.id);
        if (session.socket) send(session.socket, { op: 9, d: resumable });
      }
    },
    askToReconnect: () => {
      for (const { socket } of live()) if (socket) send(socket, { op: 7, d: null });
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

type Message = { readonly op: number; readonly d: Record<string, unknown> };

function identify(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  data: Message['d'],
  origin: string,
) {
  const [id, count] = (data.shard ?? [0, 1]) as [number, number];
  if (data.token !== world.token)
    return refuse(socket, closes.authenticationFailed, 'Authentication failed.');
  if (!(id >= 0 && id < count)) return refuse(socket, closes.invalidShard, 'Invalid shard.');
  if (typeof data.intents !== 'number') return refuse(socket, closes.invalidIntents, 'Invalid intent(s).');
  const session: Session = {
    id: randomUUID().replaceAll('-', ''),
    shard: [id, count],
    events: [],
    seq: 0,
    socket,
  };
  sessions.set(session.id, session);
  const user = world.users.get(world.botId);
  const guilds = [...world.guilds.values()].filter(
    one => one.members.has(world.botId) && shardOf(one.id, count) === id,
  );
  deliver(session, 'READY', {
    v: 10,
    user: user && userJson(user),
    guilds: guilds.map(one => ({ id: one.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: origin,
    shard: [id, count],
    application: { id: world.applicationId, flags: 0 },
  });
  return session;
}

function resume(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  data: Message['d'],
): Session | undefined {
  if (data.token !== world.token)
    return refuse(socket, closes.authenticationFailed, 'Authentication failed.');
  const session = sessions.get(String(data.session_id));
  const seq = Number(data.seq);
  if (!session) {
    send(socket, { op: 9, d: false });
    return undefined;
  }
  if (seq > session.seq) return refuse(socket, closes.invalidSequence, 'Invalid seq.');
  session.socket = socket;
  for (const event of session.events) if (event.seq > seq) socket.send(event.text);
  deliver(session, 'RESUMED', {});
  return session;
}

function deliver(session: Session, event: string, data: unknown): void {
  session.seq += 1;
  const text = JSON.stringify({ op: 0, s: session.seq, t: event, d: data });
  session.events.push({ seq: session.seq, text });
  if (session.events.length > replayed) session.events.shift();
  session.socket?.send(text);
}

function refuse(socket: WebSocket, code: number, reason: string): undefined {
  socket.close(code, reason);
}

const send = (socket: WebSocket, payload: unknown) => socket.send(JSON.stringify(payload));

const shardOf = (guildId: string | undefined, count: number): number =>
  guildId ? Number((BigInt(guildId) >> 22n) % BigInt(count)) : 0;

function parse(text: string): Message | undefined {
  try {
    const { op, d } = JSON.parse(text) as { op?: unknown; d?: unknown };
    return typeof op === 'number' ? { op, d: (d ?? {}) as Message['d'] } : undefined;
  } catch {
    return undefined;
  }
}
