import { type Component, walk } from './component.ts';
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

/** Component types by Discord's names. */
export const kind = {
  row: 1,
  button: 2,
  menu: 3,
  textInput: 4,
  section: 9,
  text: 10,
  thumbnail: 11,
  file: 13,
  container: 17,
  label: 18,
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
    ...all.flatMap(one => componentFaults(one, draft)),
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

function componentFaults(one: Component, draft: Draft): Fault[] {
  const faults: Fault[] = [];
  const path = ['components', one.custom_id ?? String(one.type)];
  if (one.type === kind.row && new Set(one.components?.map(child => child.type === kind.button)).size > 1)
    faults.push(fault(path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A menu fills its row'));
  if (one.type === kind.row && (one.components?.length ?? 0) > 1 && one.components?.[0]?.type !== kind.button)
    faults.push(fault(path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A menu fills its row'));
  if (one.type === kind.button) {
    if ((one.style === 5) !== (one.url !== undefined && one.url !== null))
      faults.push(
        fault(path, 'BUTTON_COMPONENT_INVALID_URL', 'A link button has a url, no other button has one'),
      );
    if (one.style !== 5 && one.style !== 6 && !one.custom_id)
      faults.push(fault(path, 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'));
    if (!one.label && !one.emoji)
      faults.push(fault(path, 'BASE_TYPE_REQUIRED', 'A label or an emoji is required'));
  }
  if (one.type === kind.menu) {
    for (const value of repeated(one.options?.map(option => option.value) ?? []))
      faults.push(
        fault(
          path,
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          `The specified option value is already used: ${value}`,
        ),
      );
    if ((one.min_values ?? 1) > (one.max_values ?? 1) || (one.max_values ?? 1) > (one.options?.length ?? 0))
      faults.push(
        fault(
          path,
          'SELECT_COMPONENT_MAX_VALUES',
          'min_values, max_values and the number of options do not fit',
        ),
      );
    if ((one.options?.filter(option => option.default).length ?? 0) > (one.max_values ?? 1))
      faults.push(
        fault(path, 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'More default options than max_values'),
      );
  }
  const named = one.file?.url.startsWith('attachment://')
    ? one.file.url.slice('attachment://'.length)
    : undefined;
  if (one.type === kind.file && (named === undefined || !draft.files.includes(named)))
    faults.push(
      fault(path, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', 'No such file in this message'),
    );
  return faults;
}

const fault = (path: readonly (string | number)[], code: string, message: string): Fault => ({
  path,
  code,
  message,
});

const repeated = <T>(values: readonly T[]): T[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

/** Title, description, field names and values, footer text and author name count. */
function embedText(value: unknown, key = ''): number {
  if (typeof value === 'string')
    return ['title', 'description', 'name', 'value', 'text'].includes(key) ? value.length : 0;
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + embedText(one, key), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce((sum, [name, one]) => sum + embedText(one, name), 0);
}
