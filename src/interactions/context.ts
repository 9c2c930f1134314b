import { type APIInteraction, ApplicationIntegrationType, PermissionFlagsBits } from 'discord-api-types/v10';
import { asLanguage, fallbackLanguage, type Language, languageOf } from '../i18n/languages.ts';
import type { Awaitable } from '../lib/types.ts';
import type { Access, Context } from './contexts.ts';

/** What the core needs to know of a community on every interaction. */
export interface Community {
  readonly language?: Language | undefined;
  /** The role that may curate without Manage Messages. */
  readonly curatorsRole?: string | undefined;
}

export interface ContextDeps<S> {
  readonly services: S;
  /** Must not fail when the storage is away: answers from the knowledge base go on. */
  communityOf(guildId: string): Awaitable<Community>;
  now(): Date;
}

/** What was asked about the answer itself: the `language` and `share` options. */
interface Wishes {
  readonly language?: string | undefined;
  readonly shared: boolean;
}

/**
 * Who asks, where, and in which language to answer: the option, else the person's own locale (not for a shared answer), else the
 * community's, else English.
 */
export async function contextOf<S>(
  interaction: APIInteraction,
  wishes: Wishes,
  sources: ContextDeps<S>,
): Promise<Context<S>> {
  const guildId = isVisitor(interaction) ? undefined : interaction.guild_id;
  const known = guildId ? sources.communityOf(guildId) : undefined;
  const community = known instanceof Promise ? await known : known;
  const guildLocale = 'guild_locale' in interaction ? interaction.guild_locale : undefined;
  const guildLanguage = community?.language ?? languageOf(guildLocale) ?? fallbackLanguage;
  const ownLocale = 'locale' in interaction ? interaction.locale : undefined;
  const wished = asLanguage(wishes.language);
  const own = languageOf(ownLocale);
  const inServer = interaction.guild_id !== undefined;
  const member = interaction.member;
  const permissions = BigInt(member && 'permissions' in member ? member.permissions : '0');
  return {
    language: wished ?? (wishes.shared ? undefined : own) ?? guildLanguage,
    channelLanguage: inServer ? guildLanguage : (own ?? guildLanguage),
    viewer: {
      id: member?.user.id ?? interaction.user?.id ?? '',
      may: access => mayUse(access, permissions, member?.roles ?? [], community?.curatorsRole),
    },
    ...(guildId && { guild: { id: guildId, language: guildLanguage } }),
    channelId: interaction.channel?.id,
    shared: wishes.shared,
    botPermissions: BigInt('app_permissions' in interaction ? (interaction.app_permissions ?? '0') : '0'),
    now: sources.now(),
    services: sources.services,
  };
}

/**
 * True where the person brought the bot along into a server that has not installed it: nothing of such a server is looked up or kept, not even
 * what is left from a time when the bot was there. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-object-structure
 */
function isVisitor(interaction: APIInteraction): boolean {
  const owners =
    'authorizing_integration_owners' in interaction ? interaction.authorizing_integration_owners : undefined;
  return (
    owners?.[ApplicationIntegrationType.UserInstall] !== undefined &&
    owners[ApplicationIntegrationType.GuildInstall] === undefined
  );
}

const { Administrator, ManageGuild, ManageMessages } = PermissionFlagsBits;

function mayUse(access: Access, permissions: bigint, roles: readonly string[], curators?: string): boolean {
  if (access === 'everyone') return true;
  if ((permissions & (Administrator | ManageGuild)) !== 0n) return true;
  if (access === 'manager') return false;
  return (permissions & ManageMessages) !== 0n || (curators !== undefined && roles.includes(curators));
}
