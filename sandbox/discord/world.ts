import { EventEmitter } from 'node:events';
import type { Component } from './component.ts';
import type { Pending } from './pending.ts';
import { snowflakes } from './snowflake.ts';

/** A person or a bot; `name` is the one that is shown. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly bot?: boolean;
}

/** A server's role; the one with the server's id is everyone's. */
export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  color: number;
  mentionable: boolean;
}

/** A user of a server, with the ids of their roles (without that of everyone). */
export interface Member {
  readonly userId: string;
  roles: string[];
}

interface Overwrite {
  readonly id: string;
  readonly kind: 'role' | 'member';
  allow: bigint;
  deny: bigint;
}

/** A channel, thread or direct message; `type` is Discord's number. */
export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guildId?: string;
  readonly name: string;
  /** The forum or text channel of a thread; the category of a channel. */
  readonly parentId?: string;
  readonly ownerId?: string;
  overwrites: Overwrite[];
  archived?: boolean;
}

/** A server; `locale` is the language it says it speaks. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  locale: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}

/** A file that was sent, kept in memory. */
export interface Attachment {
  readonly id: string;
  readonly channelId: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Whom a message rings: ids of users and roles, and whether everyone. */
export interface Mentions {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** A message as it is now. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly sentAt: Date;
  /** Only this person sees it; it is in no history. */
  readonly viewerId?: string;
  readonly byInteraction?: {
    readonly id: string;
    readonly kind: number;
    readonly userId: string;
    readonly command?: string;
  };
  /** Whom it rang when it was sent. */
  readonly pinged: Mentions;
  readonly nonce?: string;
  editedAt?: Date;
  content: string;
  embeds: readonly unknown[];
  components: Component[];
  attachments: Attachment[];
  flags: number;
  threadId?: string;
}

/** A registered command; `type` is Discord's number, `guildId` is absent for a global one. */
export interface Command {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guildId?: string;
  /** As it was registered. */
  readonly definition: Readonly<Record<string, unknown>>;
}

/** All that one stand-in knows. */
export interface World {
  readonly applicationId: string;
  readonly botId: string;
  readonly token: string;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Oldest first, by channel. */
  readonly messages: Map<string, Message[]>;
  readonly attachments: Map<string, Attachment>;
  readonly pending: Map<string, Pending>;
  commands: Command[];
  /** Publishing times by announcement channel, in milliseconds. */
  readonly published: Map<string, number[]>;
  readonly changed: EventEmitter<{ change: [] }>;
  /** The time Discord believes it is: ids and dates of messages. */
  now(): Date;
  newId(): string;
}

/** An empty Discord with one application in it. */
export function createWorld(options: { token: string; now: () => Date }): World {
  const newId = snowflakes(() => options.now().getTime());
  const applicationId = newId();
  const changed = new EventEmitter<{ change: [] }>();
  changed.setMaxListeners(0);
  return {
    applicationId,
    botId: applicationId,
    token: options.token,
    users: new Map(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    attachments: new Map(),
    pending: new Map(),
    commands: [],
    published: new Map(),
    changed,
    now: options.now,
    newId,
  };
}
