import { refusal } from '../errors.ts';
import { permissionsOf } from '../permissions.ts';
import { channelJson, memberJson, roleJson, userJson } from '../wire.ts';
import type { Guild } from '../world.ts';
import { ownGuild } from './access.ts';
import type { Call, Reply, Route } from './route.ts';

/** The bot's own account, its servers, and what is in them. */
export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/@me',
    handle: ({ world }) => ({ body: { ...ownUser(world), verified: true, mfa_enabled: false } }),
  },
  { method: 'GET', path: '/users/@me/guilds', handle: ownGuilds },
  { method: 'GET', path: '/guilds/:guild', handle: guild },
  {
    method: 'GET',
    path: '/guilds/:guild/roles',
    handle: call => ({ body: [...ownGuild(call).roles.values()].map(roleJson) }),
  },
  { method: 'GET', path: '/guilds/:guild/channels', handle: channels },
  { method: 'GET', path: '/guilds/:guild/members/:user', handle: member },
];

const ownUser = (world: Call['world']) => {
  const user = world.users.get(world.botId);
  if (!user) throw refusal.unauthorized();
  return userJson(user);
};

/** At most 200 a page, by rising id; `before` and `after` are ids. */
function ownGuilds({ world, query }: Call): Reply {
  const limit = Math.min(Math.max(Number(query.get('limit') ?? 200), 1), 200);
  const before = query.get('before');
  const after = query.get('after');
  const mine = [...world.guilds.values()]
    .filter(one => one.members.has(world.botId))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .filter(
      one => (!before || BigInt(one.id) < BigInt(before)) && (!after || BigInt(one.id) > BigInt(after)),
    );
  const page = before ? mine.slice(-limit) : mine.slice(0, limit);
  return {
    body: page.map(one => ({
      id: one.id,
      name: one.name,
      icon: null,
      banner: null,
      owner: false,
      permissions: String(permissionsOf(one, world.botId)),
      features: [],
    })),
  };
}

function guild(call: Call): Reply {
  const one = ownGuild(call);
  const body = {
    id: one.id,
    name: one.name,
    owner_id: one.ownerId,
    preferred_locale: one.locale,
    features: [],
    icon: null,
  };
  return { body: { ...body, roles: [...one.roles.values()].map(roleJson), emojis: [], stickers: [] } };
}

function channels(call: Call): Reply {
  const one: Guild = ownGuild(call);
  const all = [...call.world.channels.values()].filter(
    ({ guildId, type }) => guildId === one.id && ![10, 11, 12].includes(type),
  );
  return { body: all.map(channelJson) };
}

function member(call: Call): Reply {
  const found = ownGuild(call).members.get(call.params.user ?? '');
  const user = call.world.users.get(call.params.user ?? '');
  if (!found || !user) throw refusal.unknownMember();
  return { body: { ...memberJson(found), user: userJson(user) } };
}
