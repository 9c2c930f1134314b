import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
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

/** A bot's session; its socket is undefined while it is away. */
export interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly events: { readonly seq: number; readonly text: string }[];
  seq: number;
  socket: WebSocket | undefined;
}

/** How many events are kept for a session that is away. */
const replayed = 1000;

/** A frame that a bot sent. */
export type Frame = { readonly op: number; readonly d: Record<string, unknown> };

/** A new session, greeted with READY; undefined where the connection was closed instead. */
export function identify(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  data: Frame['d'],
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

/** A session that comes back gets what it missed; one that is unknown is told so. */
export function resume(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  data: Frame['d'],
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

/** Sends an event, and keeps it for a session that is away. */
export function deliver(session: Session, event: string, data: unknown): void {
  session.seq += 1;
  const text = JSON.stringify({ op: 0, s: session.seq, t: event, d: data });
  session.events.push({ seq: session.seq, text });
  if (session.events.length > replayed) session.events.shift();
  session.socket?.send(text);
}

function refuse(socket: WebSocket, code: number, reason: string): undefined {
  socket.close(code, reason);
}

/** Sends a frame. */
export const send = (socket: WebSocket, payload: unknown) => socket.send(JSON.stringify(payload));

/** The shard that hears of a server. */
export const shardOf = (guildId: string | undefined, count: number): number =>
  guildId ? Number((BigInt(guildId) >> 22n) % BigInt(count)) : 0;
