import type { ViewChannel } from './page/model.ts';

const kinds: Readonly<Record<number, ViewChannel['kind']>> = {
  0: 'text',
  5: 'announcement',
  15: 'forum',
  10: 'thread',
  11: 'thread',
  12: 'thread',
};

/** What the page calls one of Discord's channel types. */
export const channelKind = (type: number): ViewChannel['kind'] => kinds[type] ?? 'text';
