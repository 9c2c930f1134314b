import type { Files } from '../messages.ts';
import type { World } from '../world.ts';

/** A request that reached a route. */
export interface Call {
  readonly world: World;
  /** Scheme, host and port under which attachments are found. */
  readonly origin: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: Files;
}

/** What a route answers: 200 and JSON unless it says otherwise; no body with 204. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
}

type Handle = (call: Call) => Reply | Promise<Reply>;

/** Method and path with `:names`, as in Discord's reference, and what answers. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** Interaction callbacks and webhooks are proved by their token in the path; everything else by the bot's token. */
  readonly open?: boolean;
  readonly handle: Handle;
}

/** The route of a request with its parameters. A fixed word wins over a name: `@original` over `:message`. */
export function match(routes: readonly Route[], method: string, path: string) {
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = paramsOf(route.path, path);
    if (params) return { route, params };
  }
  return undefined;
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, word] of wanted.entries()) {
    const value = given[at] ?? '';
    if (word.startsWith(':')) params[word.slice(1)] = decodeURIComponent(value);
    else if (word !== decodeURIComponent(value)) return undefined;
  }
  return params;
}
