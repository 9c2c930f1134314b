import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../sandbox/discord/ask.ts';
import { signature } from '../../sandbox/discord/signed-http.ts';
import type { Log } from '../../src/lib/log.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { quiet } from '../support/quiet-log.ts';

const bugs: object[] = [];
const log: Log = { ...quiet, error: fields => void bugs.push(fields) };

const textOf = (answer: Answer) => JSON.stringify('message' in answer ? answer.message?.components : answer);

describe.each(['gateway', 'http'] as const)('over %s', transport => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ transport, log });
  });
  afterAll(() => bot.stop());

  const longQuestions = ['a'.repeat(6_000), 'ice '.repeat(1_500), '🧊'.repeat(3_000), '**'.repeat(3_000)];
  const scripts = [
    '警察可以问我的身份吗',
    'هل يجب أن أفتح الباب',
    'Ми маємо права?',
    '🚓❓',
    '\u202Eevil\u200B',
    '"; DROP TABLE',
    '\u0000',
  ];

  it.each([...longQuestions, ...scripts].map(question => [question.slice(0, 12), question]))(
    'a question such as %s gets a private answer',
    async (_name, question) => {
      const member = bot.discord.use({ user: 'member' });
      const answer = await member.send(2, {
        id: '1',
        name: 'ask',
        type: 1,
        options: [{ name: 'question', type: 3, value: question }],
      });
      expect(answer.kind).toBe('message');
      expect(textOf(answer)).not.toContain('went wrong');
    },
  );

  it.each([
    ['an unknown command', 2, { id: '1', name: 'nothing', type: 1 }],
    ['an unknown kind of command', 2, { id: '1', name: 'rights', type: 4 }],
    ['a missing question', 2, { id: '1', name: 'ask', type: 1 }],
    [
      'options of wrong types',
      2,
      {
        id: '1',
        name: 'rights',
        type: 1,
        options: [
          { name: 'situation', type: 4, value: 7 },
          { name: 'share', type: 3, value: 'true' },
        ],
      },
    ],
    [
      'an entry of another topic',
      2,
      {
        id: '1',
        name: 'rights',
        type: 1,
        options: [{ name: 'situation', type: 3, value: '../../etc/passwd' }],
      },
    ],
    ['a forged button', 3, { custom_id: 'rights:open:__proto__:es', component_type: 2 }],
    ['a button of nobody', 3, { custom_id: 'constructor:x', component_type: 2 }],
    ['a page that is none', 3, { custom_id: 'rights:open:rights/at-home:es:1e9', component_type: 2 }],
    ['a menu without choice', 3, { custom_id: 'rights:choose', component_type: 3, values: [] }],
    ['a form of nobody', 5, { custom_id: 'rights:x', components: [] }],
    ['a moderator’s button pressed by a member', 3, { custom_id: 'curate:publish:1', component_type: 2 }],
  ])('%s gets a private answer', async (_name, kind, data) => {
    const member = bot.discord.use({ user: 'member', locale: 'es-419' });
    const answer = await member.send(kind, data);
    expect(['message', 'update']).toContain(answer.kind);
    expect(textOf(answer).length).toBeGreaterThan(50);
  });

  it('stays healthy, and none of it was a bug', async () => {
    expect((await fetch(`${bot.app.address}/health`)).status).toBe(200);
    expect(bugs).toEqual([]);
  });
});

describe('requests that Discord did not send', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ transport: 'http', log });
  });
  afterAll(() => bot.stop());

  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${bot.app.address}/interactions`, { method: 'POST', body, headers });

  it('are refused', async () => {
    const body = JSON.stringify({ type: 1 });
    const good = signature(bot.discord.key, body);
    expect((await post(body, good)).status).toBe(200);
    expect((await post(body, {})).status).toBe(401);
    expect((await post(`${body} `, good)).status).toBe(401);
    expect((await post(body, { ...good, 'x-signature-timestamp': '1' })).status).toBe(401);
    expect((await post(body, { ...good, 'x-signature-ed25519': 'zz' })).status).toBe(401);
    expect((await post(body, { ...good, 'x-signature-ed25519': 'ab'.repeat(64) })).status).toBe(401);
  });

  it('are bounded and must be JSON', async () => {
    const huge = 'x'.repeat(600_000);
    expect((await post(huge, signature(bot.discord.key, huge))).status).toBe(413);
    const noList = '{"type":2,"data":{"name":"rights","type":1,"options":"all"}}';
    expect((await post(noList, signature(bot.discord.key, noList))).status).toBe(200);
    for (const body of ['', '{', '[]', 'null', '"x"']) {
      expect((await post(body, signature(bot.discord.key, body))).status, body).toBe(400);
    }
  });
});
