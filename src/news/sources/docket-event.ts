import type { EventName } from '../model/finding.ts';

/** How clerks begin a docket entry. Where two match, the one that stands earlier counts; at the same place, the one listed first. */
const beginnings: readonly (readonly [RegExp, EventName])[] = [
  [/minute (entry|order)|text only entry|civil minutes/i, 'minute-entry'],
  [/\[?proposed\]? order|certificate of service/i, 'filing'],
  [/memorandum,? opinion|opinion and order|\bopinion\b/i, 'opinion'],
  [/(final |amended |default )*judgment\b/i, 'judgment'],
  [/mandate\b/i, 'mandate'],
  [/(amended |corrected )*notice of (interlocutory |cross[- ])?appeal/i, 'notice-of-appeal'],
  [
    /transmitted|record on appeal|circuit rule 3\b|acknowledge?ment of receipt|payment of/i,
    'record-on-appeal',
  ],
  [/((first|second|third) )?(amended )?complaint\b/i, 'complaint'],
  [/(attorney |notice of )?appearance\b/i, 'appearance'],
  [
    /(notice of )?(corporate disclosure|disclosure statement)|notification (of|as to) affiliates/i,
    'disclosure',
  ],
  [/certifica(te|tion) of interested (parties|entities)/i, 'disclosure'],
  [/memorandum (in|of law|by)|\b(answer|response|reply|brief|opposition|objections?)\b/i, 'brief'],
  [/(joint |unopposed |agreed |emergency |sealed )*(motion|petition|application|request)\b/i, 'motion'],
  [/(temporary restraining |preliminary injunction )?\border\b/i, 'order'],
  [/stipulation\b/i, 'stipulation'],
  [/(joint )?(initial )?(status )?\breport\b/i, 'report'],
  [/declaration|affidavit|exhibit\b/i, 'declaration'],
  [/transcript\b/i, 'transcript'],
  [/letter\b/i, 'letter'],
  [/summons\b/i, 'summons'],
  [/notice\b/i, 'notice'],
];

/** Clerks name the thing in its first words; what stands later is what it is about. */
const reach = 120;

/** The kind of a docket entry by how its text begins; undefined where no rule knows it. */
export function docketEvent(text: string): EventName | undefined {
  const head = text.slice(0, reach);
  let best: { at: number; event: EventName } | undefined;
  for (const [pattern, event] of beginnings) {
    const at = head.search(pattern);
    if (at >= 0 && (!best || at < best.at)) best = { at, event };
  }
  return best?.event;
}
