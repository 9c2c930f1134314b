import { type APIInteraction, PermissionFlagsBits } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Services } from '../../commands/services.ts';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createCommunityService } from '../../src/community/community-service.ts';
import { createHandle, type Handle } from '../../src/interactions/handle.ts';
import type { Entry, Knowledge } from '../../src/knowledge/content/entry.ts';
import { createSearch } from '../../src/knowledge/search/create-search.ts';
import { findablesOf } from '../../src/knowledge/search/findables.ts';
import { loadLexicon } from '../../src/knowledge/search/lexicon.ts';
import { createPatience } from '../../src/lib/patience.ts';
import type { ReviewPost, ReviewPosted } from '../../src/messaging/review-channel.ts';
import { createSettings } from '../../src/settings/settings-service.ts';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { callbackViolations, editViolations } from './discord-rules.ts';
import { emptyKnowledge } from './empty-knowledge.ts';
import { type Asker, autocomplete, command, press, submit } from './interactions.ts';
import { pack } from './pack.ts';

/** The community of `support/interactions.ts`. */
export const guild = '200000000000000001';

export const ana: Asker = { userId: '410000000000000001', permissions: PermissionFlagsBits.ManageMessages };
export const ben: Asker = { userId: '410000000000000002', permissions: PermissionFlagsBits.ManageMessages };
export const boss: Asker = { userId: '410000000000000003', permissions: PermissionFlagsBits.ManageGuild };
export const member: Asker = { userId: '410000000000000004' };

const folder = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;
const commands = await loadCommands(folder('commands'), pack);
const lexicon = loadLexicon(folder('knowledge'));

export interface Door {
  readonly store: Store;
  readonly services: Services;
  /** What was posted to moderators, oldest first. */
  readonly posts: ReviewPost[];
  /** What the next posts get; by default they succeed and open threads `1`, `2` … */
  postResult: ((post: ReviewPost) => ReviewPosted) | undefined;
  readonly errors: unknown[];
  clock: Date;
  handle: Handle;
  say(interaction: APIInteraction): Promise<Said>;
}

/** What came back, checked against Discord's rules. */
export interface Said {
  readonly type: number;
  readonly text: string;
  readonly private: boolean;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** The `custom_id` of a form. */
  readonly form: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly choices: readonly { readonly name: string; readonly value: string }[];
  /** The `custom_id` of the button with this label. */
  button(label: string): string;
  has(label: string): boolean;
}

export interface DoorOptions {
  readonly store?: Store;
  readonly knowledge?: Knowledge;
  readonly fetch?: typeof globalThis.fetch;
  readonly apiBaseUrl?: string;
  /** By default there is no news. */
  readonly news?: Services['news'];
  /** Milliseconds for which storage is waited for before an answer goes on without it. */
  readonly patience?: number;
}

/** The whole core over a store in memory: what a moderator's phone would talk to, without the wire. */
export function openDoor(options: DoorOptions = {}): Door {
  const store = options.store ?? createMemoryStore();
  const posts: ReviewPost[] = [];
  const errors: unknown[] = [];
  const now = () => door.clock;
  const knowledge = options.knowledge ?? emptyKnowledge();
  const patience =
    options.patience === undefined ? undefined : createPatience({ milliseconds: options.patience });
  const settings = createSettings({ store, now: () => now().getTime(), patience });
  const search = createSearch(findablesOf(knowledge), lexicon.ok ? lexicon.lexicon : fail());
  const faq = createCommunityService({
    store,
    settings,
    knowledge,
    createSearch: () => search.community([]),
    channel: {
      async post(post) {
        const result = door.postResult?.(post) ?? { done: true, threadId: String(posts.length + 1) };
        if (result.done) posts.push(post);
        return result;
      },
    },
    fetch: options.fetch ?? (() => Promise.reject(new Error('no network in this test'))),
    apiBaseUrl: options.apiBaseUrl,
    patience,
    now,
    sleep: async () => {},
  });
  const news = options.news ?? { news: { since: async () => undefined } };
  const services = {
    knowledge,
    search,
    settings,
    community: faq,
    news,
    operator: {},
  } as unknown as Services;
  const handle = createHandle({
    commands,
    services,
    communityOf: settings.of,
    now,
    ...(options.patience && { patience: options.patience }),
    newCode: () => 'code',
    onError: (_code, error) => errors.push(error),
  });
  const door: Door = {
    store,
    services,
    posts,
    errors,
    postResult: undefined,
    clock: new Date('2026-11-24T12:00:00Z'),
    handle,
    async say(interaction) {
      const { response, later } = await handle(interaction);
      expect(callbackViolations(response)).toEqual([]);
      const followed = await later;
      if (followed) expect(editViolations(followed.body)).toEqual([]);
      return saidBy(response, followed);
    },
  };
  return door;
}

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly value?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
}

function saidBy(
  response: unknown,
  later: { how: string; body: unknown; files?: readonly { name: string; content: string }[] } | undefined,
): Said {
  const { type, data = {} } = response as { type: number; data?: Record<string, unknown> };
  const body = (later?.body ?? data) as {
    components?: Component[];
    flags?: number;
    choices?: Said['choices'];
  };
  const all = (body.components ?? []).flatMap(flat);
  const buttons = new Map(
    all.flatMap(({ type, label, custom_id }) => (type === 2 ? [[label, custom_id]] : [])),
  );
  return {
    type,
    text: all.flatMap(({ content }) => content ?? []).join('\n'),
    // An edit leaves a message as private as its deferral made it.
    private: (Number((later?.how === 'edit' ? data : body).flags ?? 0) & 64) !== 0,
    files: later?.files ?? [],
    form: type === 9 ? (data.custom_id as string) : undefined,
    values: Object.fromEntries(
      all.flatMap(({ type, custom_id, value }) => (type === 4 ? [[custom_id, value ?? '']] : [])),
    ),
    choices: body.choices ?? [],
    has: label => buttons.has(label),
    button(label) {
      const id = buttons.get(label);
      if (!id) throw new Error(`no button “${label}” among ${[...buttons.keys()].join(', ')}`);
      return id;
    },
  };
}

const flat = (component: Component): Component[] => [
  component,
  ...(component.components ?? []).flatMap(flat),
  ...(component.component ? flat(component.component) : []),
];

const fail = (): never => {
  throw new Error('the glossary has faults');
};

/** A knowledge base of one shared entry, `rights/at-home`. */
export function oneEntryKnowledge(body: string): Knowledge {
  const text = (title: string, language: string) => ({
    title,
    aliases: ['knock'],
    translation: 'original' as const,
    body: `${language} ${body}`,
  });
  const entry: Entry = {
    id: 'rights/at-home',
    topic: 'rights',
    sources: [],
    asOf: '2026-01-01',
    reviewBy: '2027-01-01',
    status: 'current',
    urgent: false,
    related: [],
    text: { en: text('If they come to your door', 'EN'), es: text('Si llegan a su puerta', 'ES') },
  };
  return { ...emptyKnowledge(), entries: new Map([[entry.id, entry]]) };
}

export const parking = {
  title: 'Where can I park?',
  answer_en: 'Behind the **church**. Take the second gate.',
  answer_es: 'Detrás de la iglesia.',
  aliases: 'car, parking lot',
  source: 'example.org/parking',
};

type Fields = Readonly<Record<string, string>>;

/** `/curate add`, filled in and sent: the preview, or what is to be changed first. */
export async function draft(door: Door, fields: Fields, who: Asker = ana): Promise<Said> {
  const form = await door.say(command('curate add', {}, who));
  return await door.say(submit(form.form ?? '', fields, who));
}

/** Adds and publishes; returns the entry's id. */
export async function published(door: Door, fields: Fields, who: Asker = ana): Promise<string> {
  const preview = await draft(door, fields, who);
  const done = await door.say(press(preview.button('Publish'), who));
  expect(done.text).toContain('Published');
  const { choices } = await door.say(autocomplete('faq', 'entry', { entry: fields.title ?? '' }, member));
  return choices[0]?.value ?? '';
}

/** `/curate edit`, sent: the preview. */
export async function edited(door: Door, entry: string, fields: Fields, who: Asker = ana): Promise<Said> {
  const form = await door.say(command('curate edit', { entry }, who));
  return await door.say(submit(form.form ?? '', { ...form.values, ...fields }, who));
}
