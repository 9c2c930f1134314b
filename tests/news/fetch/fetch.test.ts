import { once } from 'node:events';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFetcher, type FetcherOptions, userAgentOf } from '../../../src/news/fetch/fetch.ts';
import {
  hostMayBePublic,
  isPublic,
  publicLookup,
  type Resolve,
} from '../../../src/news/fetch/public-address.ts';
import { retryAfter } from '../../../src/news/fetch/retry-after.ts';
import { startFeedServer } from '../sources/feed-server.ts';

const mebibyte = 1024 * 1024;

function fetcherFor(options: Partial<FetcherOptions> = {}) {
  const fetcher = createFetcher({ userAgent: userAgentOf('1.2.3', 'https://example.org/bot'), ...options });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

async function serverAndFetcher(options: Partial<FetcherOptions> = {}) {
  const server = await startFeedServer();
  const fetcher = fetcherFor({ trusted: [server.origin], ...options });
  const get = (path: string, validators = {}) =>
    fetcher.get({ url: `${server.origin}${path}`, accept: 'text/plain' }, validators);
  return { ...server, fetcher, get };
}

describe('what is asked', () => {
  it('names the bot and its operator', async () => {
    const { get, answer, received } = await serverAndFetcher();
    answer('/feed', { body: 'hello' });
    expect(await get('/feed')).toMatchObject({ kind: 'body', text: 'hello' });
    expect(received[0]?.headers).toMatchObject({
      'user-agent': 'trust-act-bot/1.2.3 (+https://example.org/bot)',
      accept: 'text/plain',
    });
  });

  it('posts JSON', async () => {
    const { fetcher, origin, answer, received } = await serverAndFetcher();
    answer('/search', { body: '{}' });
    await fetcher.get({ url: `${origin}/search`, accept: 'application/json', post: '{"a":1}' });
    expect(received[0]).toMatchObject({ method: 'POST', body: '{"a":1}' });
    expect(received[0]?.headers['content-type']).toBe('application/json');
  });

  it('asks conditionally with what the server said before', async () => {
    const { get, answer, received } = await serverAndFetcher();
    const lastModified = 'Tue, 03 Mar 2026 10:00:00 GMT';
    answer('/feed', (request, response) => {
      const known = request.headers['if-none-match'] === 'W/"7"';
      response.writeHead(known ? 304 : 200, { etag: 'W/"7"', 'last-modified': lastModified }).end();
    });
    const first = await get('/feed');
    expect(first).toMatchObject({ kind: 'body', validators: { etag: 'W/"7"', lastModified } });
    expect(await get('/feed', { etag: 'W/"7"', lastModified })).toEqual({ kind: 'unchanged' });
    expect(received[1]?.headers['if-modified-since']).toBe(lastModified);
  });

  it('takes a 304 that nobody asked for as a failure', async () => {
    const { get, answer } = await serverAndFetcher();
    answer('/feed', { status: 304 });
    expect(await get('/feed')).toMatchObject({ kind: 'failed', failure: { code: 'status', detail: '304' } });
  });
});

describe('limits', () => {
  it('stops at 5 MiB', async () => {
    const { get, answer } = await serverAndFetcher();
    answer('/most', { body: 'x'.repeat(5 * mebibyte) });
    answer('/more', { body: 'x'.repeat(5 * mebibyte + 1) });
    expect(await get('/most')).toMatchObject({ kind: 'body' });
    expect(await get('/more')).toMatchObject({ failure: { code: 'too-large' } });
  });

  it('stops a server that never ends', async () => {
    const { get, answer } = await serverAndFetcher();
    answer('/endless', (_, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect(await get('/endless')).toMatchObject({ failure: { code: 'too-large' } });
  });

  it('stops a body that unpacks to more, and one packed within itself', async () => {
    const { get, answer } = await serverAndFetcher();
    const bomb = gzipSync(Buffer.alloc(100 * mebibyte));
    expect(bomb.length).toBeLessThan(mebibyte);
    answer('/bomb', { headers: { 'content-encoding': 'gzip' }, body: bomb });
    answer('/twice', { headers: { 'content-encoding': 'gzip, gzip' }, body: gzipSync(bomb) });
    expect(await get('/bomb')).toMatchObject({ failure: { code: 'too-large' } });
    expect(await get('/twice')).toMatchObject({ failure: { code: 'too-large' } });
  });

  it('gives up on a server that hangs, before or within its answer', async () => {
    const { get, answer } = await serverAndFetcher({ timeLimit: 200 });
    answer('/silent', () => {});
    answer('/half', (_, response) => void response.write('half'));
    expect(await get('/silent')).toMatchObject({ failure: { code: 'timeout' } });
    expect(await get('/half')).toMatchObject({ failure: { code: 'timeout' } });
  });

  it('says nothing of a server that it was reading when the bot stopped', async () => {
    const { fetcher, get, answer, received } = await serverAndFetcher();
    answer('/silent', () => {});
    const asked = get('/silent');
    asked.catch(() => {});
    await expect.poll(() => received.length).toBe(1);
    await fetcher.close();
    await expect(asked).rejects.toThrow('closed');
  });

  it('reports a connection that breaks, a body that is not what it says, and no server at all', async () => {
    const { get, answer } = await serverAndFetcher();
    answer('/reset', (_, response) => void response.socket?.destroy());
    answer('/cut', (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('short', () => response.socket?.destroy());
    });
    answer('/not-gzip', { headers: { 'content-encoding': 'gzip' }, body: 'plain' });
    for (const path of ['/reset', '/cut', '/not-gzip']) {
      expect(await get(path)).toMatchObject({ kind: 'failed', failure: { code: 'network' } });
    }
  });

  it('reports a port nobody listens on and a name nobody has', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const address = gone.address();
    await new Promise(done => gone.close(done));
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const resolve: Resolve = (_, done) => done(Object.assign(new Error(), { code: 'ENOTFOUND' }), []);
    const fetcher = fetcherFor({ trusted: [origin], resolve });
    const failures = await Promise.all(
      [origin, 'http://nobody.example/'].map(url => fetcher.get({ url, accept: '*/*' })),
    );
    expect(failures).toEqual([
      { kind: 'failed', failure: { code: 'network', detail: 'ECONNREFUSED' } },
      { kind: 'failed', failure: { code: 'network', detail: 'ENOTFOUND' } },
    ]);
  });
});

describe('failures', () => {
  it('gives the status and how long the server asks to be left alone', async () => {
    const { get, answer } = await serverAndFetcher({ clock: () => new Date('2026-03-03T10:00:00Z') });
    answer('/busy', { status: 429, headers: { 'retry-after': '120' } });
    answer('/down', { status: 503, headers: { 'retry-after': 'Tue, 03 Mar 2026 10:05:00 GMT' } });
    answer('/bad', { status: 400 });
    expect(await get('/busy')).toMatchObject({
      failure: { code: 'status', detail: '429', retryAfter: 120_000 },
    });
    expect(await get('/down')).toMatchObject({ failure: { detail: '503', retryAfter: 300_000 } });
    expect(await get('/bad')).toEqual({ kind: 'failed', failure: { code: 'status', detail: '400' } });
  });

  it.each([
    ['0', 0],
    ['60', 60_000],
    ['99999999999', 7 * 86_400_000],
    ['Tue, 03 Mar 2026 10:00:30 GMT', 30_000],
    ['Tue, 03 Mar 2020 10:00:30 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 7 * 86_400_000],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads Retry-After %s as %s ms', (header, wait) => {
    const now = new Date('2026-03-03T10:00:00Z');
    expect(retryAfter(header, now)).toBe(wait);
  });
});

describe('redirects', () => {
  it('follows at most five', async () => {
    const { get, answer, received } = await serverAndFetcher();
    answer('/5', { body: 'there' });
    for (let n = 0; n < 5; n++) answer(`/${n}`, { status: 302, headers: { location: `/${n + 1}` } });
    expect(await get('/0')).toMatchObject({ text: 'there' });
    answer('/5', { status: 302, headers: { location: '/6' } });
    expect(await get('/0')).toMatchObject({ failure: { code: 'redirect' } });
    answer('/loop', { status: 301, headers: { location: '/loop' } });
    received.length = 0;
    expect(await get('/loop')).toMatchObject({ failure: { code: 'redirect' } });
    expect(received).toHaveLength(6);
  });

  it('keeps a POST a POST only where the status says so', async () => {
    const { fetcher, origin, answer, received } = await serverAndFetcher();
    answer('/307', { status: 307, headers: { location: '/end' } });
    answer('/303', { status: 303, headers: { location: '/end' } });
    answer('/end', { body: '{}' });
    for (const path of ['/307', '/303']) {
      await fetcher.get({ url: `${origin}${path}`, accept: '*/*', post: '{"a":1}' });
    }
    expect(received.filter(({ path }) => path === '/end').map(({ method, body }) => method + body)).toEqual([
      'POST{"a":1}',
      'GET',
    ]);
  });

  it.each([
    ['http://127.0.0.1:8081/', 'private-address'],
    ['http://localhost:8081/', 'private-address'],
    ['http://[::1]:8081/', 'private-address'],
    ['http://[::ffff:10.0.0.1]/', 'private-address'],
    ['http://2130706433/', 'private-address'],
    ['http://0x7f.1/', 'private-address'],
    ['http://169.254.169.254/latest/meta-data', 'private-address'],
    ['http://10.1.2.3/', 'private-address'],
    ['//192.168.0.1/', 'private-address'],
    ['file:///etc/passwd', 'redirect'],
    ['ftp://example.org/', 'redirect'],
    ['data:text/plain,x', 'redirect'],
    ['http://[bad', 'redirect'],
  ])('does not follow one to %s', async (location, code) => {
    const { get, answer } = await serverAndFetcher();
    answer('/away', { status: 302, headers: { location } });
    expect(await get('/away')).toMatchObject({ kind: 'failed', failure: { code } });
  });

  it('does not follow one to another port of a trusted machine', async () => {
    const inner = await startFeedServer();
    const { get, answer } = await serverAndFetcher();
    answer('/away', { status: 302, headers: { location: `${inner.origin}/secret` } });
    expect(await get('/away')).toMatchObject({ failure: { code: 'private-address' } });
    expect(inner.received).toEqual([]);
  });
});

describe('addresses', () => {
  const resolveTo = (...addresses: string[]): Resolve => {
    return (_, done) =>
      done(
        null,
        addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  };

  it('does not connect to a name that leads to a private address, also not among public ones', async () => {
    const server = await startFeedServer();
    const url = server.origin.replace('127.0.0.1', 'rebinding.example');
    for (const addresses of [['127.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['fd00::1']]) {
      const fetcher = fetcherFor({ resolve: resolveTo(...addresses) });
      expect(await fetcher.get({ url, accept: '*/*' })).toMatchObject({
        failure: { code: 'private-address' },
      });
    }
    expect(server.received).toEqual([]);
  });

  it('hands the connection the very addresses it looked at, without asking again', () => {
    const answers = [[{ address: '93.184.215.14', family: 4 }], [{ address: '127.0.0.1', family: 4 }]];
    const lookup = publicLookup((_, done) => done(null, answers.shift() ?? []));
    const connected: unknown[] = [];
    lookup('rebinding.example', { all: true }, (error, addresses) => connected.push(error, addresses));
    expect(connected).toEqual([null, [{ address: '93.184.215.14', family: 4 }]]);
    lookup('rebinding.example', {}, error => connected.push(error?.code));
    expect(connected.at(-1)).toBe('EPRIVATEADDRESS');
    expect(answers).toEqual([]);
  });

  it.each([
    '93.184.215.14',
    '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
    '64:ff9b::5db8:d70e',
    '::ffff:93.184.215.14',
  ])('%s is public', address => expect(isPublic(address)).toBe(true));

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd12::1',
    'ff02::1',
    '2001:db8::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '::127.0.0.1',
    'nonsense',
    '',
  ])('%s is not public', address => expect(isPublic(address)).toBe(false));

  it('leaves names to the resolver', () => {
    expect(hostMayBePublic('www.courtlistener.com')).toBe(true);
    expect(hostMayBePublic('[::1]')).toBe(false);
  });
});

describe('encodings', () => {
  it.each([
    [
      'the header',
      { 'content-type': 'text/xml; charset=ISO-8859-1' },
      Buffer.from('Casta\u00f1on', 'latin1'),
    ],
    [
      'the XML declaration',
      {},
      Buffer.from('<?xml version="1.0" encoding="windows-1252"?>Casta\u00f1on', 'latin1'),
    ],
    [
      'a byte order mark',
      { 'content-type': 'text/xml; charset=latin1' },
      Buffer.from('\ufeffCasta\u00f1on', 'utf16le'),
    ],
    ['UTF-8 where nothing is said', {}, Buffer.from('Casta\u00f1on')],
    [
      'UTF-8 where nonsense is said',
      { 'content-type': 'text/xml; charset=klingon' },
      Buffer.from('Casta\u00f1on'),
    ],
  ])('reads a text by %s', async (_, headers, body) => {
    const { get, answer } = await serverAndFetcher();
    answer('/text', { headers, body });
    expect(await get('/text')).toMatchObject({ kind: 'body', text: expect.stringMatching(/Casta\u00f1on$/) });
  });

  it('replaces bytes that are no text', async () => {
    const { get, answer } = await serverAndFetcher();
    answer('/text', { body: Buffer.from([0x61, 0xff, 0xfe, 0x62]) });
    expect(await get('/text')).toMatchObject({ text: 'a\ufffd\ufffdb' });
  });
});
