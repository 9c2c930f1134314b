import { createPublicKey, verify } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** An endpoint that answers every interaction; careless ones do not look at the signature. */
async function endpoint(discord: Discord, careless: boolean): Promise<string> {
  const x = Buffer.from(discord.key.publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const timestamp = request.headers['x-signature-timestamp'] ?? '';
    const signature = Buffer.from(String(request.headers['x-signature-ed25519'] ?? ''), 'hex');
    const isSigned = signature.length === 64 && verify(null, Buffer.from(timestamp + body), key, signature);
    if (!careless && !isSigned) return response.writeHead(401).end();
    const answer = JSON.parse(body).type === 1 ? { type: 1 } : { type: 4, data: { content: 'over HTTP' } };
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`;
}

async function discordHere(): Promise<Discord> {
  const discord = await startDiscord();
  stops.push(discord.stop);
  discord.register([{ name: 'ping', description: 'pong' }]);
  return discord;
}

test('interactions come signed, and the body of the response is the answer', async () => {
  const discord = await discordHere();
  await discord.useEndpoint(await endpoint(discord, false));
  expect(await discord.use().command('ping')).toMatchObject({
    kind: 'message',
    message: { content: 'over HTTP' },
  });
});

test('an endpoint that takes a bad signature is not taken', async () => {
  const discord = await discordHere();
  await expect(discord.useEndpoint(await endpoint(discord, true))).rejects.toThrow(
    'answered with 200, not 401',
  );
});
