import { type Component, walk } from './component.ts';
import { componentFaults, fault, kind, repeated } from './component-rules.ts';
import type { Fault } from './errors.ts';

/** Message flags by Discord's names. https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const flag = {
  published: 1,
  suppressEmbeds: 4,
  hasThread: 32,
  ephemeral: 64,
  loading: 128,
  quiet: 4096,
  v2: 32768,
} as const;

/** What a message will be after a request, for the rules that Discord's API description does not hold. */
export interface Draft {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly Component[];
  readonly flags: number;
  /** Names of the files it has, for `attachment://` addresses. */
  readonly files: readonly string[];
}

/** The documented rules for a whole message. https://discord.com/developers/docs/components/reference */
export function messageFaults(draft: Draft): Fault[] {
  const all = [...walk(draft.components)];
  const isV2 = (draft.flags & flag.v2) !== 0;
  return [
    ...(isV2 ? v2Faults(draft, all) : oldFaults(draft, all)),
    ...repeated(all.map(one => one.custom_id).filter(id => id !== undefined)).map(id =>
      fault(
        ['components'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        `Component custom id cannot be duplicated: ${id}`,
      ),
    ),
    ...repeated(all.map(one => one.id || undefined).filter(id => id !== undefined)).map(id =>
      fault(['components'], 'COMPONENT_ID_DUPLICATED', `Component id cannot be duplicated: ${id}`),
    ),
    ...all.flatMap(one => componentFaults(one, draft.files)),
  ];
}

function v2Faults(draft: Draft, all: readonly Component[]): Fault[] {
  const faults: Fault[] = [];
  for (const field of ['content', 'embeds'] as const) {
    if (draft[field].length > 0) {
      const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
      faults.push(fault([field], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message));
    }
  }
  const text = all.reduce((sum, one) => sum + (one.type === kind.text ? (one.content?.length ?? 0) : 0), 0);
  if (text > 4000)
    faults.push(
      fault(['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `${text} of 4000 characters`),
    );
  if (all.length > 40)
    faults.push(fault(['components'], 'BASE_TYPE_BAD_LENGTH', `${all.length} of 40 components`));
  return faults;
}

function oldFaults(draft: Draft, all: readonly Component[]): Fault[] {
  const faults: Fault[] = [];
  if (draft.content.length > 2000)
    faults.push(fault(['content'], 'BASE_TYPE_MAX_LENGTH', 'Must be 2000 or fewer in length.'));
  if (JSON.stringify(draft.embeds).length > 2 && embedText(draft.embeds) > 6000)
    faults.push(fault(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000'));
  if (draft.components.length > 5)
    faults.push(fault(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.'));
  if (all.some(one => one.type >= kind.section && one.type <= kind.container))
    faults.push(
      fault(['components'], 'UNION_TYPE_CHOICES', 'These components need MessageFlags.IS_COMPONENTS_V2'),
    );
  return faults;
}

/** Title, description, field names and values, footer text and author name count. */
function embedText(value: unknown, key = ''): number {
  if (typeof value === 'string')
    return ['title', 'description', 'name', 'value', 'text'].includes(key) ? value.length : 0;
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + embedText(one, key), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce((sum, [name, one]) => sum + embedText(one, name), 0);
}
