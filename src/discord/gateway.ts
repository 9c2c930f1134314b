import type { REST } from '@discordjs/rest';
import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { type APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Handle } from '../interactions/handle.ts';
import { errorFields, type Log } from '../lib/log.ts';
import type { Callback } from './callback.ts';
import { createInFlight } from './in-flight.ts';
import type { Sender } from './send.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly rest: REST;
  readonly shardCount: number | undefined;
  readonly shardIds: readonly number[] | undefined;
  readonly handle: Handle;
  readonly callback: Callback;
  readonly sender: Sender;
  readonly log: Log;
}

export interface Transport {
  /** Resolves when interactions can arrive. */
  start(): Promise<void>;
  connected(): boolean;
  /** No interactions arrive any more; resolves when those that did are answered. */
  stop(): Promise<void>;
}

/** Interactions over the gateway, with intents 0: nothing but them arrives, no message of anyone is seen. */
export function createGateway(options: GatewayOptions): Transport {
  const { handle, callback, sender, log } = options;
  // The library's own store is one for the whole process: a second gateway would resume the first one's session.
  const sessions = new Map<number, SessionInfo | null>();
  const manager = new WebSocketManager({
    token: options.token,
    intents: 0,
    rest: options.rest,
    shardCount: options.shardCount ?? null,
    shardIds: options.shardIds ? [...options.shardIds] : null,
    retrieveSessionInfo: shardId => sessions.get(shardId) ?? null,
    updateSessionInfo: (shardId, session) => void sessions.set(shardId, session),
  });
  const answering = createInFlight();
  const ready = new Set<number>();
  let shards = 0;

  async function answer(interaction: APIInteraction): Promise<void> {
    try {
      const outcome = await handle(interaction);
      const taken = await callback.send(interaction, outcome);
      if (outcome.later && taken) await sender.later(interaction, outcome.later);
    } catch (error) {
      log.error(errorFields(error), 'an interaction was not answered');
    }
  }

  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (data.t === GatewayDispatchEvents.InteractionCreate) answering.add(answer(data.d as APIInteraction));
  });
  manager.on(WebSocketShardEvents.Ready, ({ shardId }) => void ready.add(shardId));
  manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => void ready.add(shardId));
  manager.on(WebSocketShardEvents.Closed, ({ shardId, code }) => {
    ready.delete(shardId);
    log.info({ shardId, code }, 'gateway connection closed');
  });
  manager.on(WebSocketShardEvents.Error, ({ shardId, error }) =>
    log.warn({ shardId, error: error.name }, 'gateway error'),
  );

  return {
    async start() {
      await manager.connect();
      shards = (await manager.getShardIds()).length;
    },
    connected: () => shards > 0 && ready.size === shards,
    async stop() {
      await manager.destroy();
      await answering.ended();
    },
  };
}
