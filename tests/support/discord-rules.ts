import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandCreateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';

interface Schema {
  safeParse(value: unknown): {
    success: boolean;
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
  };
}

const callbacks: Record<number, Schema> = {
  1: PongInteractionCallbackRequestSchema,
  4: CreateMessageInteractionCallbackRequestSchema,
  5: CreateMessageInteractionCallbackRequestSchema,
  6: UpdateMessageInteractionCallbackRequestSchema,
  7: UpdateMessageInteractionCallbackRequestSchema,
  8: ApplicationCommandAutocompleteCallbackRequestSchema,
  9: ModalInteractionCallbackRequestSchema,
};

const issues = (schema: Schema, value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? []
    : (parsed.error?.issues ?? []).map(issue => `${issue.path.join('.')}: ${issue.message}`);
};

/** Every way in which an interaction callback breaks Discord's published description or its documented rules; empty where none. */
export function callbackViolations(response: unknown): string[] {
  const { type, data } = response as { type: number; data?: Message };
  const schema = callbacks[type];
  if (!schema) return [`unknown callback type ${type}`];
  const found = issues(schema, response);
  if (type === 4 || type === 7) return [...found, ...messageViolations(data ?? {})];
  if (type === 9) return [...found, ...duplicates(customIds(data))];
  return found;
}

/** The same for the edit that follows a deferral. */
export const editViolations = (body: unknown): string[] => [
  ...issues(IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema, body),
  ...messageViolations(body as Message),
];

interface Message {
  content?: string | undefined;
  embeds?: readonly unknown[];
  flags?: number;
  components?: readonly unknown[];
  allowed_mentions?: unknown;
}

const componentsV2 = 1 << 15;

/** Rules that the description lacks: texts together, number of components, unique ids, nothing beside Components V2, mentions always bounded. */
export function messageViolations(message: Message): string[] {
  const found: string[] = [];
  const parts = [...walk(message.components ?? [])];
  const text = parts.reduce((sum, part) => sum + (part.type === 10 ? String(part.content).length : 0), 0);
  if (text > 4_000) found.push(`${text} characters of text`);
  if (parts.length > 40) found.push(`${parts.length} components`);
  if (parts.some(part => part.type === 10 && String(part.content).trim() === '')) found.push('an empty text');
  const v2 = ((message.flags ?? 0) & componentsV2) !== 0;
  if (v2 && (message.content || message.embeds?.length)) found.push('content beside Components V2');
  if (!v2 && parts.some(part => part.type === 17)) found.push('a container without the Components V2 flag');
  if (JSON.stringify(message.embeds ?? []).length > 6_000) found.push('embeds over 6,000 characters');
  if (!message.allowed_mentions) found.push('no allowed_mentions');
  return [...found, ...duplicates(customIds(message))];
}

function* walk(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  else if (typeof value === 'object' && value !== null) {
    const part = value as Record<string, unknown>;
    if (typeof part.type === 'number') yield part;
    yield* walk(part.components ?? []);
    yield* walk(part.accessory ?? []);
    yield* walk(part.component ?? []);
  }
}

const customIds = (value: unknown): string[] =>
  [...walk((value as Message | undefined)?.components ?? [])].flatMap(part =>
    typeof part.custom_id === 'string' ? [part.custom_id] : [],
  );

const duplicates = (ids: readonly string[]): string[] =>
  ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `custom_id ${id} twice`);

/** Slash names as documented: https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Every way in which a command's registration breaks the description or the documented rules. */
export function registrationViolations(command: Record<string, unknown>): string[] {
  return [
    ...issues(ApplicationCommandCreateRequestSchema, command),
    ...namesOf(command, command.type !== 3),
    ...optionOrder(command),
  ];
}

function namesOf(node: Record<string, unknown>, slash: boolean): string[] {
  const names = [node.name, ...Object.values((node.name_localizations as object | null) ?? {})].map(String);
  const own = slash ? names.filter(name => !namePattern.test(name) || name !== name.toLowerCase()) : [];
  const texts = [node.description, ...Object.values((node.description_localizations as object | null) ?? {})];
  const long = texts.filter(text => typeof text === 'string' && (text.length < 1 || text.length > 100));
  const options = (node.options as Record<string, unknown>[] | undefined) ?? [];
  const localesOf = (option: Record<string, unknown>) => Object.keys(option.name_localizations ?? {});
  const twice = [...new Set(options.flatMap(localesOf))].flatMap(locale =>
    duplicates(
      options.map(option => String((option.name_localizations as Record<string, string> | null)?.[locale])),
    ),
  );
  return [
    ...own.map(name => `name ${name}`),
    ...long.map(text => `description ${text}`),
    ...twice,
    ...options.flatMap(option => namesOf(option, true)),
  ];
}

function optionOrder(node: Record<string, unknown>): string[] {
  const options = (node.options as Record<string, unknown>[] | undefined) ?? [];
  const required = options.map(option => option.required === true);
  const wrong = required.some((value, at) => value && required.slice(0, at).includes(false));
  return [
    ...(wrong ? [`${node.name}: a required option after an optional one`] : []),
    ...(options.length > 25 ? [`${node.name}: over 25 options`] : []),
    ...options.flatMap(optionOrder),
  ];
}
