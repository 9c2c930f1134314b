import type { PlaceQuery, Result, View } from './model.ts';

/** Something a person does, as the server's `actions.ts` takes it. */
export type Doing = { readonly do: string } & Readonly<Record<string, unknown>>;

/** Does it; resolves with the bot's first answer. */
export async function act(place: PlaceQuery, doing: Doing): Promise<Result> {
  const response = await fetch('/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...doing, place }),
  });
  return (await response.json()) as Result;
}

/** Shows the view of a place whenever it changes, until the returned function is called. `lost` hears when the server is away and back. */
export function watch(
  place: PlaceQuery,
  show: (view: View) => void,
  lost: (away: boolean) => void,
): () => void {
  const source = new EventSource(`/events?${new URLSearchParams({ ...place })}`);
  source.addEventListener('message', event => show(JSON.parse(event.data) as View));
  source.addEventListener('open', () => lost(false));
  source.addEventListener('error', () => lost(true));
  return () => source.close();
}
