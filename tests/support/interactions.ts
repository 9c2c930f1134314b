import type { APIInteraction } from 'discord-api-types/v10';

/** Who asks and where; what tests vary. */
export interface Asker {
  readonly locale?: string;
  readonly guildLocale?: string;
  readonly permissions?: bigint;
  readonly roles?: readonly string[];
  /** In a direct message instead of a server. */
  readonly direct?: boolean;
  readonly userId?: string;
}

let next = 700_000_000_000_000_000n;

function base(type: number, asker: Asker) {
  const user = {
    id: asker.userId ?? '400000000000000001',
    username: 'member',
    discriminator: '0',
    avatar: null,
    global_name: null,
  };
  const place = asker.direct
    ? { user, context: 1 }
    : {
        guild_id: '200000000000000001',
        guild_locale: asker.guildLocale ?? 'en-US',
        context: 0,
        member: {
          user,
          roles: asker.roles ?? [],
          permissions: String(asker.permissions ?? 0n),
          joined_at: '2024-01-01T00:00:00.000Z',
          deaf: false,
          mute: false,
          flags: 0,
        },
      };
  return {
    type,
    id: String(next++),
    application_id: '100000000000000001',
    token: `token-${next}`,
    version: 1,
    channel_id: '300000000000000001',
    channel: { id: '300000000000000001', type: asker.direct ? 1 : 0 },
    locale: asker.locale ?? 'en-US',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_485_760,
    ...place,
  };
}

type Values = Readonly<Record<string, string | boolean>>;

const options = (values: Values, focused?: string) =>
  Object.entries(values).map(([name, value]) => ({
    name,
    type: typeof value === 'boolean' ? 5 : 3,
    value,
    ...(name === focused && { focused: true }),
  }));

/** A slash command as Discord sends it; `name` may be `group subcommand`. */
export const command = (name: string, values: Values = {}, asker: Asker = {}): APIInteraction =>
  typed(2, name, options(values), asker);

/** What Discord sends while a person types in option `focused`. */
export const autocomplete = (
  name: string,
  focused: string,
  values: Values,
  asker: Asker = {},
): APIInteraction => typed(4, name, options(values, focused), asker);

function typed(kind: number, path: string, given: readonly unknown[], asker: Asker): APIInteraction {
  const [name, second] = path.split(' ');
  const nested = second ? [{ name: second, type: 1, options: given }] : given;
  const data = { id: '500000000000000001', name, type: 1, options: nested };
  return { ...base(kind, asker), data } as unknown as APIInteraction;
}

/** A press of a button, or with `values` a choice in a menu, on a message that only this person sees unless `flags` says otherwise. */
export function press(
  customId: string,
  asker: Asker = {},
  values?: readonly string[],
  flags = 64,
): APIInteraction {
  const data = { custom_id: customId, component_type: values ? 3 : 2, ...(values && { values }) };
  const message = { id: '800000000000000001', flags, content: '', components: [] };
  return { ...base(3, asker), data, message } as unknown as APIInteraction;
}

/** A sent form. */
export function submit(
  customId: string,
  fields: Readonly<Record<string, string>>,
  asker: Asker = {},
): APIInteraction {
  const components = Object.entries(fields).map(([id, value]) => ({
    type: 18,
    component: { type: 4, custom_id: id, value },
  }));
  return { ...base(5, asker), data: { custom_id: customId, components } } as unknown as APIInteraction;
}
