import type { Call, Route } from './route.ts';

/** Where the gateway is. */
export const gatewayRoutes: readonly Route[] = [
  { method: 'GET', path: '/gateway', open: true, handle: call => ({ body: { url: gatewayUrl(call) } }) },
  {
    method: 'GET',
    path: '/gateway/bot',
    handle: call => ({
      body: {
        url: gatewayUrl(call),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
      },
    }),
  },
];

const gatewayUrl = ({ origin }: Call) => origin.replace(/^http/, 'ws');
