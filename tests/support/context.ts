import type { Context, Services } from '../../commands/services.ts';
import { fallbackLanguage } from '../../src/i18n/languages.ts';

/** A member in a server, with these services and no others. */
export const memberContext = (services: Partial<Services>): Context => ({
  language: fallbackLanguage,
  channelLanguage: fallbackLanguage,
  viewer: { id: '0', may: () => false },
  guild: { id: '0', language: fallbackLanguage },
  channelId: '0',
  shared: false,
  botPermissions: 0n,
  now: new Date(0),
  services: services as Services,
});
