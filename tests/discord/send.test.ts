import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIInteraction } from 'discord-api-types/v10';
import { expect, it, onTestFinished } from 'vitest';
import { createSender } from '../../src/discord/send.ts';
import type { Later } from '../../src/interactions/outcome.ts';
import { quiet } from '../support/quiet-log.ts';

const body: Later['body'] = { flags: 32768, components: [], allowed_mentions: { parse: [] } };
const interaction = { id: '1', token: 'token' } as APIInteraction;

/** A webhook that answers as told. */
async function senderTo(answer: (size: number, response: ServerResponse) => void) {
  const server = createServer(async (request, response) => {
    let size = 0;
    for await (const chunk of request) size += chunk.length;
    answer(size, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return createSender(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    '100000000000000001',
    quiet,
  );
}

const done = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');

it('gives a large file the time it takes', async () => {
  const sizes: number[] = [];
  const sender = await senderTo((size, response) => {
    sizes.push(size);
    // As long as 8 MiB take at 20 megabits a second, and a little for Discord to think.
    setTimeout(() => done(response), 4_000);
  });
  const content = 'x'.repeat(8 * 1024 * 1024);
  const later = Promise.resolve<Later>({ how: 'edit', body, files: [{ name: 'a.json', content }] });
  expect(await sender.later(interaction, later)).toBe(true);
  expect(sizes).toHaveLength(1);
});

it('tries again where a connection says nothing', async () => {
  let asked = 0;
  const sender = await senderTo((_size, response) => {
    if (++asked > 1) done(response);
  });
  expect(await sender.later(interaction, Promise.resolve<Later>({ how: 'edit', body }))).toBe(true);
});
