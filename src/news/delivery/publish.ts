import type { Channels, Result } from '../../messaging/channels.ts';
import type { Store } from '../../storage/store.ts';
import { backoff } from '../model/delivery.ts';
import { type Subscription, subscriptionCollection } from '../subscriptions/subscription.ts';

/** Discord's code for a message that is published already. */
const alreadyPublished = 40033;

/** Milliseconds for one request with what surrounds it. */
const publishTime = 30_000;

/** Publishing that is refused so often is given up: the message itself stands. */
const mostAttempts = 50;

type Waiting = NonNullable<Subscription['publishing']>[number];

/** The first message that waits to be published and is due, and the following in which nobody else takes it for a while. */
export function takePublishing(
  subscription: Subscription,
  now: Date,
): readonly [Subscription, Waiting | undefined] {
  const due = subscription.publishing?.find(({ at }) => new Date(at) <= now);
  if (!due) return [subscription, undefined];
  const at = new Date(now.getTime() + publishTime).toISOString();
  const taken = { ...due, at, attempts: due.attempts + 1 };
  return [withWaiting(subscription, due.messageId, taken), taken];
}

/** The following after a try to publish. A failure never touches the message or its ledger entry. */
export function publishingTried(
  subscription: Subscription,
  { messageId, attempts }: Waiting,
  result: Result<object>,
  now: Date,
): Subscription {
  const done = result.ok || (result.why === 'refused' && result.code === alreadyPublished);
  if (done) return withWaiting(subscription, messageId, undefined);
  if (result.why === 'refused' || attempts >= mostAttempts) {
    const notPublished = result.why === 'refused' ? result.code : 0;
    return { ...withWaiting(subscription, messageId, undefined), notPublished };
  }
  const wait = result.why === 'later' ? result.retryAfter : backoff(attempts);
  const at = new Date(now.getTime() + wait).toISOString();
  return withWaiting(subscription, messageId, { messageId, attempts, at });
}

function withWaiting(subscription: Subscription, messageId: string, next: Waiting | undefined): Subscription {
  const { publishing = [], ...rest } = subscription;
  const others = publishing.filter(one => one.messageId !== messageId);
  const all = next && others.length < publishing.length ? [...others, next] : others;
  return all.length > 0 ? { ...rest, publishing: all } : rest;
}

/** Publishes what waits in a following, one message a call; true where there was one. Publishing twice does no harm, so no history is searched. */
export async function publishNext(
  id: string,
  { store, channels, clock }: { store: Store; channels: Channels; clock: () => Date },
): Promise<boolean> {
  const taken = await store.update(subscriptionCollection, id, subscription => {
    if (!subscription) return [subscription, undefined];
    const [next, waiting] = takePublishing(subscription, clock());
    return [next, waiting && { channelId: next.channelId, waiting }];
  });
  if (!taken) return false;
  const { channelId, waiting } = taken;
  const result = await channels.publish(channelId, waiting.messageId, AbortSignal.timeout(publishTime / 2));
  const now = clock();
  await store.update(subscriptionCollection, id, subscription => [
    subscription && publishingTried(subscription, waiting, result, now),
    undefined,
  ]);
  return true;
}
