import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import {
  closes,
  deliver,
  type Frame,
  identify,
  resume,
  type Session,
  send,
  shardOf,
} from './gateway-session.ts';
import type { World } from './world.ts';

/** The gateway's other end, for tests and for the driver. */
export interface Gateway {
  /** Sends an event to the shard of a server (shard 0 without one); where all are away, the last gets it when it resumes. False without a session. */
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
      const mine = [...sessions.values()].filter(({ shard: [id, count] }) => shardOf(guildId, count) === id);
      const here = mine.filter(one => one.socket);
      const last = mine.at(-1);
      // Two processes with the same shard both hear of it, as at Discord.
      for (const session of here) deliver(session, event, data);
      if (here.length === 0 && last) deliver(last, event, data);
      return mine.length > 0;
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

function parse(text: string): Frame | undefined {
  try {
    const { op, d } = JSON.parse(text) as { op?: unknown; d?: unknown };
    return typeof op === 'number' ? { op, d: (d ?? {}) as Frame['d'] } : undefined;
  } catch {
    return undefined;
  }
}
