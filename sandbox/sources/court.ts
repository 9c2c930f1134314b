import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Docket, dayOf, docketFeed, docketPage } from './docket.ts';
import { oldFiling, type SampleName, sampleAt, withSample } from './samples.ts';

/** A court with one docket, and CourtListener's feed of it. */
export interface Court {
  /** What a bot needs in its environment to watch it. */
  readonly environment: Readonly<Record<'SOURCES' | 'SOURCE_COURTLISTENER_URL' | 'SOURCES_CRON', string>>;
  /** Files the next sample, with the day of the clock. */
  file(): SampleName;
  /** True when the docket was asked for after the last filing. */
  seen(): boolean;
  stop(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. All it files says that it is a sample. */
export async function startCourt(docket: Docket, now: () => Date): Promise<Court> {
  const day = () => dayOf(now());
  let filings: ReturnType<typeof withSample> = [oldFiling(day())];
  let count = 0;
  let seen = false;
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, origin);
    const [, id] = /^\/docket\/(\d+)\//.exec(pathname) ?? [];
    const here = id === docket.id;
    if (!id) return send(response, 404, 'text/plain', 'Not found');
    if (!pathname.endsWith('/feed/'))
      return send(response, 200, 'text/html', docketPage(here ? filings : []));
    seen ||= here;
    return send(
      response,
      200,
      'application/atom+xml',
      docketFeed(docket, origin, pathname, here ? filings : []),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: {
      SOURCES: 'courtlistener',
      SOURCE_COURTLISTENER_URL: origin,
      SOURCES_CRON: '* * * * *',
    },
    file() {
      const name = sampleAt(count);
      filings = withSample(filings, count, day());
      count++;
      seen = false;
      return name;
    },
    seen: () => seen,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const send = (response: ServerResponse, status: number, type: string, body: string) =>
  response
    .writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'none'",
    })
    .end(body);
