import type { Route } from './reply.ts';

/** Discord's limit for a `custom_id`, in characters. */
const limit = 100;

/** Joins a route into a `custom_id`. A longer one than Discord takes is a bug of the caller and throws. */
export function encodeRoute(route: Route): string {
  const id = route.map(escapePart).join(':');
  if (id.length > limit)
    throw new RangeError(`custom_id of ${id.length} characters: ${route[0]} ${route[1]}`);
  return id;
}

/** Takes a `custom_id` apart again. Anything may arrive here: an unknown one just names no command. */
export function decodeRoute(customId: string): Route {
  const [command = '', ...parts] = customId
    .split(':')
    .map(part => part.replaceAll('%3A', ':').replaceAll('%25', '%'));
  return [command, ...parts];
}

const escapePart = (part: string): string =>
  /[%:]/.test(part) ? part.replaceAll('%', '%25').replaceAll(':', '%3A') : part;
