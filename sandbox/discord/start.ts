import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Desk } from './ask.ts';
import { createGateway, type Gateway } from './gateway.ts';
import type { Scene } from './payload.ts';
import { type Person, person } from './person.ts';
import { register } from './rest/commands.ts';
import { counter, discordLimits, type Limits } from './rest/limits.ts';
import { createRestServer, type Fault, type SeenRequest } from './rest/server.ts';
import { addChannel, addGuild, addPeople, personId } from './seed.ts';
import { checkEndpoint, createSigningKey, postInteraction, type SigningKey } from './signed-http.ts';
import { waitFor } from './wait-for.ts';
import { type Channel, createWorld, type Guild, type Message, type World } from './world.ts';

/** How a stand-in differs from Discord itself; by default in nothing. */
export interface DiscordOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Request limits; Discord's own by default. */
  readonly limits?: Limits;
  /** Milliseconds for a first answer; 3,000 as at Discord by default. */
  readonly patience?: number;
  /** Milliseconds for which an interaction's token is good; fifteen minutes as at Discord by default. */
  readonly tokenLife?: number;
  /** The time of Discord's ids and dates; the machine's by default. Waiting times are always the machine's. */
  readonly now?: () => Date;
}

/** Where a person stands; what is left out is the first server, its channel `general`, English, and the server's own language. */
export interface Place {
  /** `member`, `moderator`, `moderator2`, `manager`, or an id. */
  readonly user?: string;
  /** An id; null is a direct message. */
  readonly guild?: string | null;
  /** `general`, `news`, `questions`, `moderators`, or an id. */
  readonly channel?: string;
  readonly locale?: string;
  readonly guildLocale?: string;
}

/** Discord's stand-in while it runs. */
export interface Discord {
  readonly world: World;
  /** The first server. */
  readonly home: Guild;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly gateway: Gateway;
  readonly key: SigningKey;
  readonly desk: Desk;
  /** What a bot needs in its environment to come here. Over HTTP it also needs `DISCORD_PUBLIC_KEY`, which is `key.publicKey`. */
  readonly environment: Readonly<
    Record<'DISCORD_TOKEN' | 'DISCORD_APPLICATION_ID' | 'DISCORD_API_BASE_URL', string>
  >;
  /** Asked for each REST request; see {@link Fault}. Set it to break things. */
  fault: (request: SeenRequest) => Fault | undefined;
  /** Told of each answered REST request. */
  seen: (request: SeenRequest, status: number) => void;
  /** Registers commands as `PUT /applications/ID/commands` does, without a request. */
  register(commands: readonly unknown[], guildId?: string): void;
  /** Sends interactions signed to this endpoint from now on, after the checks Discord makes; throws what is wrong. */
  useEndpoint(url: string): Promise<void>;
  use(place?: Place): Person;
  scene(place?: Place): Scene;
  /** A channel by name or id, in the first server unless another is named. */
  channel(name: string, guildId?: string): Channel;
  /** All messages of a channel that are not private, oldest first. */
  messages(channel: string): readonly Message[];
  /** Resolves once the bot is connected to the gateway. */
  botConnected(): Promise<void>;
  /** Resolves with the first thing `look` finds, looking again after every change; rejects after `patience` (10 s) with `what` was missing. */
  waitFor<T>(look: () => T | undefined, what: string, patience?: number): Promise<T>;
  addGuild(options: { name: string; locale: string }): Guild;
  addChannel(options: { name: string; type: number; parentId?: string }, guild?: Guild): Channel;
  stop(): Promise<void>;
}

/** Starts a Discord on 127.0.0.1 with one server in it. Rejects with the system's error when the port is taken. */
export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const world = createWorld({
    token: `stand-in.${randomBytes(12).toString('hex')}`,
    now: options.now ?? (() => new Date()),
  });
  addPeople(world);
  const home = addGuild(world, { name: 'Prairie Neighbors', locale: 'en-US' });
  const key = createSigningKey();
  let endpoint: string | undefined;
  const server = createRestServer({
    world,
    count: counter(options.limits ?? discordLimits, Date.now),
    fault: request => discord.fault(request),
    seen: (request, status) => discord.seen(request, status),
  });
  const gateway = createGateway(world, server);
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const desk: Desk = {
    world,
    origin,
    patience: options.patience ?? 3000,
    tokenLife: options.tokenLife ?? 15 * 60_000,
    async deliver(interaction, patience) {
      if (endpoint !== undefined) return postInteraction(endpoint, key, interaction, patience);
      const guildId = interaction.guild_id as string | undefined;
      if (!gateway.dispatch('INTERACTION_CREATE', interaction, guildId))
        throw new Error('The bot has no gateway session.');
    },
  };
  const channel = (name: string, guildId = home.id): Channel => {
    const found =
      world.channels.get(name) ??
      [...world.channels.values()].find(one => one.guildId === guildId && one.name === name);
    if (!found) throw new Error(`No channel ${name} in Discord's stand-in.`);
    return found;
  };
  const scene = (place: Place = {}): Scene => {
    const userId = personId(world, place.user ?? 'member');
    const language = {
      locale: place.locale ?? 'en-US',
      ...(place.guildLocale && { guildLocale: place.guildLocale }),
    };
    if (place.guild === null) return { userId, channel: directMessage(world, userId), ...language };
    const guild = world.guilds.get(place.guild ?? home.id);
    if (!guild) throw new Error(`No server ${place.guild} in Discord's stand-in.`);
    return { userId, guild, channel: channel(place.channel ?? 'general', guild.id), ...language };
  };
  const discord: Discord = {
    world,
    home,
    origin,
    gateway,
    key,
    desk,
    environment: {
      DISCORD_TOKEN: world.token,
      DISCORD_APPLICATION_ID: world.applicationId,
      DISCORD_API_BASE_URL: `${origin}/api`,
    },
    fault: () => undefined,
    seen: () => {},
    register: (commands, guildId) => register(world, commands, guildId),
    async useEndpoint(url) {
      const wrong = await checkEndpoint(url, key);
      if (wrong !== undefined) throw new Error(wrong);
      endpoint = url;
    },
    use: place => person(desk, scene(place)),
    scene,
    channel,
    messages: name => (world.messages.get(channel(name).id) ?? []).filter(one => one.viewerId === undefined),
    botConnected: () =>
      waitFor(world, () => gateway.connected() || undefined, 15_000, 'the bot').then(() => {}),
    waitFor: (look, what, patience = 10_000) => waitFor(world, look, patience, what),
    addGuild: guild => addGuild(world, guild),
    addChannel: (made, guild = home) => addChannel(world, guild, made),
    async stop() {
      gateway.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return discord;
}

function directMessage(world: World, userId: string): Channel {
  const known = [...world.channels.values()].find(one => one.type === 1 && one.name === userId);
  const channel = known ?? { id: world.newId(), type: 1, name: userId, overwrites: [] };
  world.channels.set(channel.id, channel);
  return channel;
}
