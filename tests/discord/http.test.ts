import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey, signature } from '../../sandbox/discord/signed-http.ts';
import { type Http, startHttp } from '../../src/discord/http.ts';
import type { Log } from '../../src/lib/log.ts';
import { quiet } from '../support/quiet-log.ts';

const errors: object[] = [];
const log: Log = { ...quiet, error: fields => void errors.push(fields) };
const key = createSigningKey();
let healthy = true;
let http: Http;

beforeAll(async () => {
  http = await startHttp({
    host: '127.0.0.1',
    port: 0,
    health: async () => ({ ok: healthy, body: { status: healthy ? 'ok' : 'unavailable' } }),
    metrics: async () => '# nothing\n',
    interactions: {
      publicKey: key.publicKey,
      handle: async () => ({ response: { type: 1 } }),
      sender: { later: async () => true },
    },
    log,
  });
});
afterAll(() => http.stop());

describe('/health', () => {
  it.each([true, false])('tells monitors that ask with HEAD the same as with GET (healthy: %s)', async ok => {
    healthy = ok;
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map(method => fetch(`${http.address}/health`, { method })),
    );
    expect(head?.status).toBe(get?.status);
    expect(head?.headers.get('content-length')).toBe(get?.headers.get('content-length'));
    expect(await head?.text()).toBe('');
    expect(await get?.json()).toEqual({ status: ok ? 'ok' : 'unavailable' });
  });
});

describe('a request that is not served', () => {
  it.each([
    ['POST', '/health', 405, 'GET, HEAD'],
    ['DELETE', '/metrics', 405, 'GET, HEAD'],
    ['GET', '/interactions', 405, 'POST'],
    ['HEAD', '/interactions', 405, 'POST'],
    ['GET', '/', 404, null],
    ['POST', '/etc/passwd', 405, 'GET, HEAD'],
    ['GET', '/health/../metrics2', 404, null],
    ['GET', '/healthz', 404, null],
  ])('%s %s gets %i', async (method, path, status, allow) => {
    const response = await fetch(http.address + path, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get('allow')).toBe(allow);
  });

  it.each([
    'GET /\r\n\r\n',
    '\0\0\0',
    'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
    'BREW /health HTTP/1.1\r\n\r\n',
  ])('nor garbage (%j)', async bytes => {
    const socket = connect(Number(new URL(http.address).port), '127.0.0.1');
    socket.end(bytes);
    socket.resume();
    await once(socket, 'close');
    expect((await fetch(`${http.address}/metrics`)).status).toBe(200);
  });
});

describe('a sender', () => {
  const body = JSON.stringify({ type: 1 });

  it('that goes away within a body is no error', async () => {
    const socket = connect(Number(new URL(http.address).port), '127.0.0.1');
    socket.write('POST /interactions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"type"');
    await new Promise(resolve => setTimeout(resolve, 50));
    socket.resetAndDestroy();
    await once(socket, 'close');
    await fetch(`${http.address}/metrics`);
    expect(errors).toEqual([]);
  });

  it('may send another request on the connection that carried one too large', async () => {
    const large = 'x'.repeat(600_000);
    const head = (length: number, more = '') =>
      `POST /interactions HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n${more}\r\n`;
    const signed = Object.entries(signature(key, body)).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(Number(new URL(http.address).port), '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8').on('data', text => {
      said += text;
    });
    socket.write(head(large.length) + large);
    await expect.poll(() => said).toContain('413');
    socket.write(head(body.length, signed.join('')) + body);
    await expect.poll(() => said).toContain('{"type":1}');
    socket.destroy();
  });
});
