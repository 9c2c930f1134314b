import type { Services } from '../../commands/services.ts';
import { fallbackLanguage } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';

/** Tells the moderators of a community that something kept for them was damaged, whatever the reason: the log has it, with the file. */
export interface DamageNotice {
  /** For the store; before `join` it only remembers. */
  onDamage(key: string): void;
  join(services: Pick<Services, 'settings' | 'community'>): void;
}

/** One notice a document while the bot runs; nothing where no review channel is set or the document is no community's. */
export function createDamageNotice(): DamageNotice {
  const told = new Set<string>();
  let tell: ((key: string) => Promise<void>) | undefined;
  const waiting: string[] = [];
  return {
    onDamage(key) {
      if (told.has(key)) return;
      told.add(key);
      if (tell) void tell(key);
      else waiting.push(key);
    },
    join({ settings, community }) {
      tell = async key => {
        const guildId = key.split(':').find(part => /^\d{15,20}$/.test(part));
        const { reviewChannel, language = fallbackLanguage } = guildId ? await settings.of(guildId) : {};
        if (!guildId || !reviewChannel) return;
        const text = wordsOf(language).errors.damaged({ kind: key.split(':')[0] ?? '' });
        await community.review.post({ channelId: reviewChannel, reply: { text, language } });
      };
      for (const key of waiting.splice(0)) void tell(key);
    },
  };
}
