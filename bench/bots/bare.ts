import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { report } from './report.ts';

/** The floor: `ws` and `node:http`, a fixed answer. */
const api = process.env.API ?? '';
const agent = new Agent({ keepAlive: true });
const gateway = (await (await fetch(`${api}/v10/gateway/bot`)).json()) as { url: string };
const socket = new WebSocket(gateway.url);
const body = JSON.stringify({ type: 4, data: { content: 'A fixed answer.', flags: 64 } });
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };

socket.on('message', data => {
  const { op, t, d } = JSON.parse(String(data));
  if (op === 10) socket.send(JSON.stringify({ op: 2, d: { token: 'x', intents: 0, properties: {} } }));
  if (t === 'READY') report('ready');
  if (t !== 'INTERACTION_CREATE') return;
  const url = `${api}/v10/interactions/${d.id}/${d.token}/callback`;
  request(url, { method: 'POST', agent, headers }, response => response.resume()).end(body);
});
