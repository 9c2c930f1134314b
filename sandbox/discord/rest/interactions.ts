import { takeCallback } from '../callback.ts';
import { refusal } from '../errors.ts';
import { findMessage, type MessageBody } from '../messages.ts';
import type { Callback } from '../pending.ts';
import { changeAnswer, followUp, messageOf, pendingOf, removeAnswer } from '../webhook.ts';
import { messageJson } from '../wire.ts';
import type { Call, Reply, Route } from './route.ts';

/** Interaction callbacks and the webhook of an interaction's token. */
export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', open: true, handle: callback },
  { method: 'POST', path: '/webhooks/:application/:token', open: true, handle: follow },
  { method: 'GET', path: '/webhooks/:application/:token/messages/:message', open: true, handle: read },
  { method: 'PATCH', path: '/webhooks/:application/:token/messages/:message', open: true, handle: edit },
  { method: 'DELETE', path: '/webhooks/:application/:token/messages/:message', open: true, handle: remove },
];

async function callback({ world, origin, params, query, body, files }: Call): Promise<Reply> {
  const pending = world.pending.get(params.token ?? '');
  if (!pending || pending.id !== params.interaction) throw refusal.unknownInteraction();
  await takeCallback(world, pending, (body ?? {}) as Callback, files);
  if (query.get('with_response') !== 'true') return { status: 204 };
  const message = pending.originalId ? findMessage(world, pending.channelId, pending.originalId) : undefined;
  return {
    body: {
      interaction: {
        id: pending.id,
        type: pending.kind,
        response_message_id: message?.id,
        response_message_loading: ((message?.flags ?? 0) & 128) !== 0,
        response_message_ephemeral: message?.viewerId !== undefined,
      },
      ...(message && { resource: { type: pending.answered, message: messageJson(world, origin, message) } }),
    },
  };
}

async function follow({ world, origin, params, body, files }: Call): Promise<Reply> {
  const message = await followUp(world, ownPending(world, params), (body ?? {}) as MessageBody, files);
  return { body: messageJson(world, origin, message) };
}

function read({ world, origin, params }: Call): Reply {
  return {
    body: messageJson(world, origin, messageOf(world, ownPending(world, params), params.message ?? '')),
  };
}

async function edit({ world, origin, params, body, files }: Call): Promise<Reply> {
  const pending = ownPending(world, params);
  const message = messageOf(world, pending, params.message ?? '');
  const changed = await changeAnswer(world, pending, message, (body ?? {}) as MessageBody, files);
  return { body: messageJson(world, origin, changed) };
}

function remove({ world, params }: Call): Reply {
  removeAnswer(world, ownPending(world, params), params.message ?? '');
  return { status: 204 };
}

function ownPending(world: Call['world'], params: Call['params']) {
  if (params.application !== world.applicationId) throw refusal.unknownWebhook();
  return pendingOf(world, params.token ?? '');
}
