import { Cron } from 'croner';
import { z } from 'zod';
import { type SourceId, sourceIds } from '../news/sources/list.ts';
import { isDatabaseUrl } from '../storage/open.ts';
import { defaultDataDir, folders } from './folders.ts';
import { Secret } from './secret.ts';

/** Discord itself. */
export const discordApi = 'https://discord.com/api';

const secret = z.string().transform(value => new Secret(value));
const snowflake = z.string().regex(/^\d{15,20}$/, 'must be a Discord id: 15 to 20 digits');
const origin = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .refine(url => ['', '/'].includes(new URL(url).pathname), 'must be scheme, host and port only');
const cron = z.string().refine(isCron, 'must be a cron expression of five or six fields');

function isCron(text: string): boolean {
  if (![5, 6].includes(text.trim().split(/\s+/).length)) return false;
  try {
    new Cron(text, { paused: true });
    return true;
  } catch {
    return false;
  }
}

const sources = z
  .string()
  .default('all')
  .transform((text, context): SourceId[] => {
    if (text === 'all') return [...sourceIds];
    if (text === 'none') return [];
    const names = text.split(',').map(name => name.trim());
    const known = sourceIds.filter(id => names.includes(id));
    const unknown = names.filter(name => !sourceIds.some(id => id === name));
    if (unknown.length > 0) {
      context.addIssue(
        `does not know ${unknown.join(', ')}; use a comma list of ${sourceIds.join(', ')}, or all, or none`,
      );
    }
    return known;
  });

const shardIds = z
  .string()
  .regex(/^\d+(,\d+)*$/, 'must be a comma list of numbers')
  .transform(text => text.split(',').map(Number));

const originName = (id: SourceId) => `SOURCE_${id.toUpperCase().replaceAll('-', '_')}_URL`;

const port = 'must be a whole number from 0 to 65535';

const schema = z.object({
  DISCORD_TOKEN: secret.optional(),
  DISCORD_APPLICATION_ID: snowflake.optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits')
    .optional(),
  DISCORD_API_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .transform(url => url.replace(/\/+$/, ''))
    .default(discordApi),
  DATA_DIR: z.string().default(defaultDataDir),
  KNOWLEDGE_DIR: z.string().default(folders.knowledge),
  DATABASE_URL: z
    .string()
    .refine(url => URL.canParse(url) && isDatabaseUrl(url), 'must start with postgres://')
    .transform(url => new Secret(url))
    .optional(),
  HOST: z
    .string()
    // An IPv6 address as it stands in an address of the web.
    .transform(host => host.replace(/^\[(.*)\]$/, '$1'))
    .default('127.0.0.1'),
  PORT: z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(8080),
  SHARD_COUNT: z.coerce.number('must be a number').int().min(1).optional(),
  SHARD_IDS: shardIds.optional(),
  SOURCES: sources,
  SOURCES_CRON: cron.optional(),
  OPERATOR_NAME: z.string().max(100).optional(),
  OPERATOR_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .max(500)
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ...Object.fromEntries(sourceIds.map(id => [originName(id), origin.optional()])),
});

export type Config = z.infer<typeof schema> & { readonly origins: Partial<Record<SourceId, string>> };

/** What `npm start` and `npm run deploy` cannot do without. */
export type DiscordConfig = Config & { DISCORD_TOKEN: Secret; DISCORD_APPLICATION_ID: string };

export type Read<T> =
  | { readonly ok: true; readonly config: T }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * The settings of the environment, the only place that reads it. An empty or blank value counts as unset. Every fault is named at once; a secret's
 * value never stands in a fault.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Read<Config> {
  const given = givenOf(env);
  const parsed = schema.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map(issue => `${issue.path.join('.')} ${issue.message}`),
    ...shardFaults(given),
  ];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const origins = Object.fromEntries(
    sourceIds.flatMap(id => (given[originName(id)] ? [[id, given[originName(id)]]] : [])),
  );
  return { ok: true, config: { ...parsed.data, origins } };
}

type Given = Readonly<Record<string, string>>;

const givenOf = (env: Readonly<Record<string, string | undefined>>): Given =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );

/** What the two settings of shards have wrong together. */
function shardFaults({ SHARD_IDS: ids, SHARD_COUNT: count }: Given): string[] {
  if (!shardIds.safeParse(ids).success) return [];
  if (!count) return ['SHARD_COUNT is needed with SHARD_IDS'];
  const tooHigh = ids?.split(',').some(id => Number(id) >= Number(count));
  return tooHigh ? ['SHARD_IDS must be below SHARD_COUNT'] : [];
}

/** The same, and what Discord needs. */
export function readDiscordConfig(env: Readonly<Record<string, string | undefined>>): Read<DiscordConfig> {
  const read = readConfig(env);
  const missing = (['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID'] as const).filter(name => !env[name]?.trim());
  const faults = [...(read.ok ? [] : read.faults), ...missing.map(name => `${name} is missing`)];
  if (!read.ok || faults.length > 0) return { ok: false, faults };
  const { DISCORD_TOKEN, DISCORD_APPLICATION_ID } = read.config;
  if (!DISCORD_TOKEN || !DISCORD_APPLICATION_ID) return { ok: false, faults };
  return { ok: true, config: { ...read.config, DISCORD_TOKEN, DISCORD_APPLICATION_ID } };
}

/** The faults as one message for the terminal, with what to do. */
export const explainFaults = (faults: readonly string[]): string =>
  [
    'The bot cannot start with these settings:',
    ...faults.map(fault => `  - ${fault}`),
    'Set them in the environment or in .env (see .env.example). To try the bot without a token: npm run sandbox',
  ].join('\n');
