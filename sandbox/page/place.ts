import type { PlaceQuery } from './model.ts';

const first: PlaceQuery = { user: 'member', channel: '', locale: 'en-US', server: 'en-US' };

/** Where the person is, kept in the address, so that a reload or a link comes back to it. */
export function readPlace(): PlaceQuery {
  const given = new URLSearchParams(location.hash.slice(1));
  const place = { ...first };
  for (const name of Object.keys(first) as (keyof PlaceQuery)[]) place[name] = given.get(name) ?? place[name];
  return place;
}

/** Remembers it without a new step in the browser's history. */
export function keepPlace(place: PlaceQuery): void {
  history.replaceState(null, '', `#${new URLSearchParams({ ...place })}`);
}
