import { PermissionFlagsBits } from 'discord-api-types/v10';
import { type Component, walk } from './component.ts';
import { has, permissionsIn } from './permissions.ts';
import type { Channel, Mentions, World } from './world.ts';

/** `allowed_mentions` of a request. */
export interface AllowedMentions {
  readonly parse?: readonly string[] | null;
  readonly users?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
}

/** What a message rings that rings nobody. */
export const nobody: Mentions = { users: [], roles: [], everyone: false };

/**
 * Whom a new message rings. Without `allowed_mentions` everything in its text does, in Components V2 as in content.
 * @everyone, and roles that are not mentionable, ring only where the author may mention everyone.
 */
export function mentionsOf(
  world: World,
  channel: Channel,
  authorId: string,
  text: string,
  allowed: AllowedMentions | null | undefined,
): Mentions {
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(match => match[1] ?? ''))];
  const may = (what: string, id: string, list: readonly string[] | null | undefined) =>
    !allowed || allowed.parse?.includes(what) || list?.includes(id);
  const loud = has(permissionsIn(world, channel, authorId), PermissionFlagsBits.MentionEveryone);
  const roles = world.guilds.get(channel.guildId ?? '')?.roles;
  return {
    users: ids(/<@!?(\d+)>/g).filter(id => may('users', id, allowed?.users)),
    roles: ids(/<@&(\d+)>/g).filter(
      id => may('roles', id, allowed?.roles) && (loud || roles?.get(id)?.mentionable),
    ),
    everyone:
      loud && /@(everyone|here)\b/.test(text) && (!allowed || (allowed.parse?.includes('everyone') ?? false)),
  };
}

/** The text of a message that can mention: its content and its text displays. */
export const mentionableText = (content: string, components: readonly Component[]): string =>
  [content, ...[...walk(components)].map(one => one.content ?? '')].join('\n');
