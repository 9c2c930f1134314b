import type { Part, Values } from './route-parts.ts';

/** Where a press or a sent form goes, as text: the command that handles it, what it does, then its parts. Made by {@link route}. */
export type Route = readonly [command: string, ...parts: string[]];

/** Discord's limit for a `custom_id`, in characters. */
const limit = 100;

type Shape = Readonly<Record<string, Part<unknown>>>;

/** The one definition of a route: called, it writes one; it reads the parts of one back, checked. */
export interface RouteTo<S extends Shape> {
  (values: Values<S>): Route;
  readonly command: string;
  readonly verb: string;
  readonly shape: S;
  /** The parts behind the verb as typed values; undefined where they are not what this route writes: old, or forged. */
  read(parts: readonly string[]): Values<S> | undefined;
}

/** Defines a route. The order of the parts is their order in the `custom_id`; optional ones come last. */
export function route<const S extends Shape>(command: string, verb: string, shape: S): RouteTo<S> {
  const parts = Object.entries(shape);
  const write = (values: Values<S>): Route => {
    const written = parts.map(([name, part]) =>
      part.write((values as Readonly<Record<string, unknown>>)[name]),
    );
    const end = written.findLastIndex(text => text !== undefined);
    return [command, verb, ...written.slice(0, end + 1).map(text => text ?? '')];
  };
  const read = (texts: readonly string[]): Values<S> | undefined => {
    if (texts.length > parts.length) return undefined;
    const values: Record<string, unknown> = {};
    for (const [at, [name, part]] of parts.entries()) {
      const value = part.read(texts[at]);
      if (value === undefined && !part.optional) return undefined;
      if (value !== undefined) values[name] = value;
    }
    return values as Values<S>;
  };
  return Object.assign(write, { command, verb, shape, read });
}

/** A route as a `custom_id`. A longer one than Discord takes is a bug of the caller and throws. */
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
