import type { Channels, Result } from '../../messaging/channels.ts';
import type { Store } from '../../storage/store.ts';
import { backoff } from '../model/delivery.ts';
import { type Following, followingCollection } from '../subscriptions/subscription.ts';

/** Discord's code for a message that is published already. */
const alreadyPublished = 40033;

/** Milliseconds for one request with what surrounds it. */
const publishTime = 30_000;

/** Publishing that is refused so often is given up: the message itself stands. */
const mostAttempts = 50;

type Waiting = NonNullable<Following['publishing']>[number];

/** The first message that waits to be published and is due, and the following in which nobody else takes it for a while. */
export function takePublishing(following: Following, now: Date): readonly [Following, Waiting | undefined] {
  const due = following.publishing?.find(({ at }) => new Date(at) <= now);
  if (!due) return [following, undefined];
  const at = new Date(now.getTime() + publishTime).toISOString();
  const taken = { ...due, at, attempts: due.attempts + 1 };
  return [withWaiting(following, due.messageId, taken), taken];
}

/** The following after a try to publish. A failure never touches the message or its ledger entry. */
export function publishingTried(
  following: Following,
  { messageId, attempts }: Waiting,
  result: Result<object>,
  now: Date,
): Following {
  const done = result.ok || (result.why === 'refused' && result.code === alreadyPublished);
  if (done) return withWaiting(following, messageId, undefined);
  if (result.why === 'refused' || attempts >= mostAttempts) {
    const notPublished = result.why === 'refused' ? result.code : 0;
    return { ...withWaiting(following, messageId, undefined), notPublished };
  }
  const wait = result.why === 'later' ? result.retryAfter : backoff(attempts);
  const at = new Date(now.getTime() + wait).toISOString();
  return withWaiting(following, messageId, { messageId, attempts, at });
}

function withWaiting(following: Following, messageId: string, next: Waiting | undefined): Following {
  const { publishing = [], ...rest } = following;
  const others = publishing.filter(one => one.messageId !== messageId);
  const all = next && others.length < publishing.length ? [...others, next] : others;
  return all.length > 0 ? { ...rest, publishing: all } : rest;
}

/** Publishes what waits in a following, one message a call; true where there was one. Publishing twice does no harm, so no history is searched. */
export async function publishNext(
  id: string,
  { store, channels, clock }: { store: Store; channels: Channels; clock: () => Date },
): Promise<boolean> {
  const taken = await store.update(followingCollection, id, following => {
    if (!following) return [following, undefined];
    const [next, waiting] = takePublishing(following, clock());
    return [next, waiting && { channelId: next.channelId, waiting }];
  });
  if (!taken) return false;
  const { channelId, waiting } = taken;
  const result = await channels.publish(channelId, waiting.messageId, AbortSignal.timeout(publishTime / 2));
  const now = clock();
  await store.update(followingCollection, id, following => [
    following && publishingTried(following, waiting, result, now),
    undefined,
  ]);
  return true;
}
