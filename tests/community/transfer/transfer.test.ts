import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { faqCollection, faqKey } from '../../../src/community/entries/entry.ts';
import { fetchAttachment } from '../../../src/community/transfer/fetch-attachment.ts';
import { exportPart, fileLimits, readTransfer } from '../../../src/community/transfer/transfer-file.ts';
import {
  ana,
  ben,
  boss,
  type Door,
  draft,
  edited,
  guild,
  openDoor,
  parking,
  published,
} from '../../support/door.ts';
import { command, press, submit } from '../../support/interactions.ts';

const other = '200000000000000009';
const address = 'https://cdn.discordapp.com/attachments/1/2/faq.json';

const answering =
  (body: string | Uint8Array): typeof globalThis.fetch =>
  async () =>
    new Response(Buffer.from(body));

function importCommand(who = ana, url = address) {
  const asked = command('curate import', { file: '9' }, who) as unknown as { data: Record<string, unknown> };
  asked.data.resolved = { attachments: { 9: { id: '9', url, filename: 'faq.json', size: 10 } } };
  return asked as never;
}

async function filled(): Promise<{ door: Door; file: string; entry: string }> {
  const door = openDoor();
  const entry = await published(door, parking);
  await published(door, { title: 'Food', answer_en: 'On Tuesdays.' });
  const change = await edited(door, entry, { answer_en: 'Third gate.' });
  await door.say(press(change.button('Publish'), ana));
  const said = await door.say(command('curate export', {}, ana));
  return { door, entry, file: said.files[0]?.content ?? '' };
}

const upload = (file: string | Uint8Array, store?: Door['store']) =>
  openDoor({ fetch: answering(file), ...(store && { store }) });

describe('export and import', () => {
  test('what was exported comes back with its history; a dry run tells first and changes nothing', async () => {
    const { file, entry, door } = await filled();
    const empty = upload(file);
    const plan = await empty.say(importCommand());
    expect(plan.private).toBe(true);
    expect(plan.text).toContain('Added: **2**');
    expect(plan.text).toContain('Where can I park');
    expect(await empty.services.community.entries.size(guild)).toBe(0);
    const done = await empty.say(press(plan.button('Apply'), ana));
    expect(done.text).toContain('Added: **2**');
    const [was, is] = await Promise.all(
      [door, empty].map(each => each.services.community.curation.entry(guild, entry)),
    );
    expect(is?.revisions.map(({ n, at, by, content }) => ({ n, at, by, content }))).toEqual(
      was?.revisions.map(({ n, at, by, content }) => ({ n, at, by, content })),
    );
    expect(is?.revisions.every(({ imported }) => imported)).toBe(true);
    const again = await empty.say(press(plan.button('Apply'), ana));
    expect(again.text).toContain('Added: **0**');
    expect((await empty.services.community.curation.entry(guild, entry))?.revisions).toHaveLength(2);
  });

  test('into a community that went on: changed becomes the next revision, equal ones are skipped', async () => {
    const { file, entry, door } = await filled();
    const change = await edited(door, entry, { answer_en: 'Fourth gate.' });
    await door.say(press(change.button('Publish'), ana));
    const target = upload(file, door.store);
    const plan = await target.say(importCommand());
    expect(plan.text).toContain('Changed: **1**');
    expect(plan.text).toContain('say the same already: **1**');
    await target.say(press(plan.button('Apply'), ana));
    const kept = await target.services.community.curation.entry(guild, entry);
    expect(kept?.revisions.map(({ n, content }) => [n, content?.answers.en])).toEqual([
      [1, parking.answer_en],
      [2, 'Third gate.'],
      [3, 'Fourth gate.'],
      [4, 'Third gate.'],
    ]);
    expect((await target.say(importCommand())).has('Apply')).toBe(false);
  });

  test('what changed between dry run and Apply is left as it is', async () => {
    const { file, entry, door } = await filled();
    const first = await edited(door, entry, { answer_en: 'Fourth gate.' });
    await door.say(press(first.button('Publish'), ana));
    const target = upload(file, door.store);
    const plan = await target.say(importCommand());
    const change = await edited(target, entry, { answer_en: 'Fifth gate.' }, ben);
    await target.say(press(change.button('Publish'), ben));
    const done = await target.say(press(plan.button('Apply'), ana));
    expect(done.text).toContain('someone changed them meanwhile: **1**');
    expect((await target.services.community.entries.get(guild, entry))?.content.answers.en).toBe(
      'Fifth gate.',
    );
  });

  test('a bad file is refused whole, every fault named by entry', async () => {
    const { file } = await filled();
    const value = JSON.parse(file);
    const food = value.entries.find((each: { id: string }) => each.id.startsWith('food'));
    food.revisions[0].content.answers.en = '@everyone <@123> discord.gg/abc';
    value.entries.push({ ...food, id: 'second', revisions: food.revisions });
    const target = upload(JSON.stringify(value));
    const said = await target.say(importCommand());
    expect(said.has('Apply')).toBe(false);
    for (const part of ['Food', '@everyone', '123', 'discord.gg/abc', 'already a name of']) {
      expect(said.text.replaceAll('\\', '')).toContain(part);
    }
    expect(await target.services.community.entries.size(guild)).toBe(0);
  });

  test('many faults come as a list to download', async () => {
    const { file } = await filled();
    const value = JSON.parse(file);
    const [entry] = value.entries;
    value.entries = Array.from({ length: 40 }, (_, at) => ({ ...entry, id: `entry-${at}` }));
    const said = await upload(JSON.stringify(value)).say(importCommand());
    expect(said.files[0]?.name).toBe('problems.txt');
    expect(said.files[0]?.content.split('\n').length).toBeGreaterThanOrEqual(39);
  });

  test('shape faults name entry and place', async () => {
    const { file } = await filled();
    const value = JSON.parse(file);
    value.entries[0].revisions[0].at = 'yesterday';
    value.entries[1].extra = 1;
    const said = await upload(JSON.stringify(value)).say(importCommand());
    expect(said.text).toContain(value.entries[0].id.slice(0, 4));
    expect(said.text.replaceAll('\\', '')).toContain('revisions.0.at');
    expect(said.text).toContain('extra');
  });

  test('where a second moderator must publish, another one must apply', async () => {
    const { file } = await filled();
    const door = upload(file);
    await door.say(command('settings require-second', { enabled: true }, boss));
    const plan = await door.say(importCommand());
    const asked = await door.say(press(plan.button('Apply'), ana));
    expect(await door.services.community.entries.size(guild)).toBe(0);
    const card = await door.say(press(asked.button('Show it here'), ana));
    expect(card.private).toBe(false);
    await door.say(press(card.button('Apply'), ana, undefined, 0));
    expect(await door.services.community.entries.size(guild)).toBe(0);
    await door.say(press(card.button('Apply'), ben, undefined, 0));
    expect(await door.services.community.entries.size(guild)).toBe(2);
  });

  test('every file of an export is small enough to be imported again, and none is lost between them', async () => {
    const { door } = await filled();
    const all = await door.services.community.entries.all(guild);
    const ids = all.map(({ id }) => id).sort();
    const read = (id: string) => door.store.read(faqCollection, faqKey(guild, id));
    const found: string[] = [];
    let waiting = ids;
    while (waiting.length > 0) {
      const part = await exportPart(guild, waiting, read, 1_200);
      const file = readTransfer(Buffer.from(part.text));
      if (!file.ok) throw new Error('an exported file was refused');
      found.push(...file.entries.map(({ id }) => id));
      waiting = part.next === undefined ? [] : waiting.filter(id => id > (part.next ?? ''));
    }
    expect(found).toEqual(ids);
  });
});

describe('hostile files', () => {
  const faultsOf = (text: string | Uint8Array) => {
    const file = readTransfer(typeof text === 'string' ? Buffer.from(text) : text);
    return file.ok ? [] : file.faults.map(({ code }) => code);
  };
  const wrapped = (entries: string) => `{"format":"trust-act-bot/faq","version":1,"entries":${entries}}`;

  test.each([
    ['too big', new Uint8Array(fileLimits.bytes + 1), 'too-big'],
    ['not UTF-8', Uint8Array.of(0xff, 0xfe, 0), 'not-text'],
    ['cut off', '{"format":', 'not-json'],
    ['another file', '{"a":1}', 'not-an-export'],
    ['a list', '[]', 'not-an-export'],
    ['deep', wrapped('['.repeat(50_000) + ']'.repeat(50_000)), 'too-deep'],
    ['wide', wrapped(`[${'0,'.repeat(fileLimits.values)}0]`), 'too-many-values'],
    ['__proto__', wrapped('[{"__proto__":{"admin":true}}]'), 'forbidden-key'],
    ['constructor', wrapped('[{"constructor":1}]'), 'forbidden-key'],
  ])('%s is refused', (_name, text, code) => {
    expect(faultsOf(text)).toEqual([code]);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  test('any JSON, and any bytes, are read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 12 }), text => void readTransfer(Buffer.from(wrapped(text)))));
    fc.assert(fc.property(fc.uint8Array(), bytes => !readTransfer(bytes).ok));
  });

  test('what the door reads of hostile files becomes a clear answer', async () => {
    for (const text of ['', '{}', wrapped('[{"__proto__":1}]'), wrapped('[null]')]) {
      const door = upload(text);
      const said = await door.say(importCommand());
      expect(said.text).toContain('I can’t take this file');
      expect(door.errors).toEqual([]);
    }
  });
});

describe('fetching an attachment', () => {
  const limits = { maxBytes: 1_000, timeoutMs: 20_000 };
  const server = createServer((request, response) => {
    if (request.url === '/ok') response.end('fine');
    else if (request.url === '/moved') response.writeHead(302, { location: '/ok' }).end();
    else if (request.url === '/big') response.end('x'.repeat(5_000));
    else if (request.url === '/hang') response.write('x');
    else response.writeHead(404).end('no');
  }).listen(0, '127.0.0.1');
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const get = (path: string, more = {}) =>
    fetchAttachment(base() + path, { ...limits, ...more, fetch, apiBaseUrl: `${base()}/api` });

  test('the host of the stand-in is read, within size and time, without redirects', async () => {
    expect(await get('/ok')).toMatchObject({ ok: true });
    expect(await get('/moved')).toEqual({ ok: false, reason: 'unreachable' });
    expect(await get('/big')).toEqual({ ok: false, reason: 'too-big' });
    expect(await get('/hang', { timeoutMs: 300 })).toEqual({ ok: false, reason: 'unreachable' });
    expect(await get('/missing')).toEqual({ ok: false, reason: 'unreachable' });
  });

  test.each([
    'http://cdn.discordapp.com/a',
    'https://cdn.discordapp.com:8443/a',
    'https://user@cdn.discordapp.com/a',
    'https://cdn.discordapp.com.evil.example/a',
    'https://example.org/a',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'not an address',
  ])('%s is not asked for', async url => {
    const never = () => Promise.reject(new Error('asked'));
    const fetched = await fetchAttachment(url, {
      ...limits,
      fetch: never,
      apiBaseUrl: 'https://discord.com/api',
    });
    expect(fetched).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('Discord’s own hosts are', async () => {
    for (const host of ['cdn.discordapp.com', 'media.discordapp.net']) {
      const fetched = await fetchAttachment(`https://${host}/a`, { ...limits, fetch: answering('x') });
      expect(fetched.ok).toBe(true);
    }
  });
});

describe('all that is kept about a community', () => {
  test('can be taken along and erased, typed word and all, without touching another', async () => {
    const { door } = await filled();
    await draft(door, { title: 'Draft', answer_en: 'Text.' });
    await door.services.settings.change(guild, { language: 'es' });
    await door.services.settings.change(other, { language: 'es' });
    const entries = await door.services.community.entries.all(guild);
    door.services.community.usage.count(guild, entries[0]?.id ?? '');
    await door.services.community.usage.flush();

    const said = await door.say(command('settings export', {}, boss));
    const all = JSON.parse(said.files[0]?.content ?? '') as Record<string, unknown>;
    const names = Object.keys(all).map(key => key.split(':')[0]);
    expect(new Set(names)).toEqual(new Set(['draft', 'faq', 'guild', 'usage']));

    const form = await door.say(command('settings forget', {}, boss));

    const no = await door.say(submit(form.form ?? '', { confirm: 'yes' }, boss));
    expect(no.text).toContain('nothing was erased');
    const done = await door.say(submit(form.form ?? '', { confirm: 'erase' }, boss));
    expect(done.text).toContain('erased everything');
    const left: string[] = [];
    for await (const key of door.store.keys('')) left.push(key);
    expect(left).toEqual([`guild:${other}`]);
    expect(await door.services.community.entries.size(guild)).toBe(0);
    expect(await door.services.settings.of(guild)).toEqual({ requireSecond: false });
  });

  test('is cut into files', async () => {
    const { door } = await filled();
    const { data } = door.services.community;
    const seen: string[] = [];
    for (let skip: number | undefined = 0; skip !== undefined; ) {
      const part: { text: string; next?: number } = await data.exportPart(guild, skip, 100);
      seen.push(...Object.keys(JSON.parse(part.text)));
      skip = part.next;
    }
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen.length).toBeGreaterThan(2);
  });
});
