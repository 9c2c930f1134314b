import type { Awaitable } from '../lib/types.ts';
import type { Answer } from '../messaging/reply.ts';
import { encodeRoute, type Route, type RouteTo } from '../messaging/route.ts';
import type { Part, Values } from '../messaging/route-parts.ts';
import type { PressContext, SubmitContext } from './contexts.ts';

/** What answers a press or a sent form. */
export interface RouteHandler<S> {
  readonly kind: 'press' | 'submit';
  readonly command: string;
  readonly verb: string;
  /** It opens a form: never deferred (a form cannot follow a deferral); when late, the person is asked to try again. */
  readonly opensForm: boolean;
  /** A `custom_id` of this route with parts of the right form, for tests. */
  readonly sample: string;
  /** Undefined where the parts are not what the route writes: old, or forged. */
  answer(
    parts: readonly string[],
    context: PressContext<S> & SubmitContext<S>,
  ): Awaitable<Answer> | undefined;
}

type Shape = Readonly<Record<string, Part<unknown>>>;
type Run<S extends Shape, C> = (values: Values<S>, context: C) => Awaitable<Answer>;

/** Answers a press of a button, or a choice in a menu. */
export const onPress = <S extends Shape, T>(
  route: RouteTo<S>,
  run: Run<S, PressContext<T>>,
  { opensForm = false } = {},
): RouteHandler<T> => ({ kind: 'press', opensForm, ...handled(route, run) });

/** Answers a sent form. */
export const onSubmit = <S extends Shape, T>(
  route: RouteTo<S>,
  run: Run<S, SubmitContext<T>>,
): RouteHandler<T> => ({ kind: 'submit', opensForm: false, ...handled(route, run) });

function handled<S extends Shape, C>(route: RouteTo<S>, run: Run<S, C>) {
  const { command, verb } = route;
  const parts = Object.values(route.shape).map(({ sample }) => sample);
  const sample: Route = [command, verb, ...parts];
  return {
    command,
    verb,
    sample: encodeRoute(sample),
    answer(texts: readonly string[], context: C) {
      const values = route.read(texts);
      return values && run(values, context);
    },
  };
}

/** Every handler of some commands by kind, command and verb. Two for one route are a bug and throw, as is one of another command. */
export function routeTable<S>(
  commands: Iterable<{ readonly name: string; readonly routes?: readonly RouteHandler<S>[] }>,
): ReadonlyMap<string, RouteHandler<S>> {
  const table = new Map<string, RouteHandler<S>>();
  for (const { name, routes = [] } of commands) {
    for (const handler of routes) {
      const key = routeKey(handler.kind, handler.command, handler.verb);
      if (handler.command !== name || table.has(key))
        throw new Error(`the route “${key}” of ${name} is not its own`);
      table.set(key, handler);
    }
  }
  return table;
}

export const routeKey = (kind: RouteHandler<never>['kind'], command: string, verb = ''): string =>
  `${kind} ${command} ${verb}`;
