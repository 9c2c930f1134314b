import type { EventName, Finding } from '../model/finding.ts';

/**
 * What courts file all the time and nobody follows a case for. Whoever reviews this file: a rule only ever holds a finding back, where
 * moderators can still see it; nothing is thrown away. When in doubt a thing is not noise.
 *
 * Before any rule: an order, an opinion, a judgment and a mandate are never noise, and neither is a text that decides something, whatever
 * else it says ("… nonetheless, the motion is GRANTED"), nor one too long to be seen whole.
 */
export const noiseRules = {
  /** A lawyer from elsewhere asks to be admitted for this case. */
  'pro-hac-vice': ({ event, quote }) => event === 'motion' && /\bpro hac vice\b/i.test(quote),
  /** A lawyer says whom they stand for. */
  appearance: ({ event }) => event === 'appearance',
  /** A party names its owners and affiliates. */
  disclosure: ({ event }) => event === 'disclosure',
  /** A minute of which every sentence is about dates, places and notices. */
  'scheduling-minute': ({ event, quote }) => {
    const sentences = event === 'minute-entry' ? sentencesOf(quote) : [];
    return sentences.length > 0 && sentences.every(text => schedule.some(pattern => pattern.test(text)));
  },
} satisfies Record<string, (finding: Seen) => boolean>;

export type NoiseRule = keyof typeof noiseRules;
type Seen = Pick<Finding, 'event' | 'quote'>;

const decisions: readonly string[] = ['order', 'opinion', 'judgment', 'mandate'] satisfies EventName[];

const deciding =
  /\b(grant(s|ed|ing)?|den(y|ies|ied|ying)|ordered|orders that|dismiss(es|ed|al)?|enjoin(s|ed|ing)?|affirm(s|ed|ing)?|revers(es|ed|ing)|remand(s|ed|ing)?|vacat(es|ed|ing)|stay(s|ed)|lift(s|ed)|dissolv(es|ed)|overrul(es|ed)|sustain(s|ed)|approv(es|ed)|adopt(s|ed)|find(s|ing)?|found|rul(es|ed|ing)|judgment|with prejudice|sanction(s|ed)|contempt|transfer(s|red)|terminat(es|ed)|withdrawn)\b/i;

/** A sentence of the court's own boilerplate that would look like a decision. */
const boilerplate = /persons granted remote access to proceedings are reminded[^.]*\.?/gi;

const schedule: readonly RegExp[] = [
  /\b(hearing|conference|argument|trial|status|call)\b.*\b(set|reset|held|continued|scheduled|rescheduled|stricken|struck|converted|adjourned|proceed)\b/i,
  /\b(response|reply|answer|brief|briefs|report|memorandum|statement|submission|discovery|motions?)\b.*\b(due|by|on or before|deadline|no later than)\b.*\d/i,
  /\bdeadline\b.*\b(set|extended|reset|moved)\b/i,
  /\bno appearance (is )?(necessary|required)\b|\bneed not appear\b/i,
  /\b(mailed|emailed|telephoned|electronic|docketing to mail) notices?\b|\bnotices? (mailed|emailed)\b/i,
  /^(by telephone|by video|in courtroom|courtroom|dial|the call-in|members of the public|counsel (shall|may|should) (dial|call|appear))\b/i,
];

/** The name of the rule that holds a finding back; undefined for what a person should see. */
export function routineOf(finding: Seen): NoiseRule | undefined {
  const quote = finding.quote.replace(boilerplate, ' ').trim();
  if (decisions.includes(finding.event) || deciding.test(quote) || quote.endsWith('…') || !quote)
    return undefined;
  const rules = Object.entries(noiseRules) as [NoiseRule, (finding: Seen) => boolean][];
  return rules.find(([, holds]) => holds({ event: finding.event, quote }))?.[0];
}

/** Sentences without the preamble ("MINUTE entry before the Honorable …:") and without signatures in parentheses. */
function sentencesOf(quote: string): string[] {
  return quote
    .replace(/^.{0,60}?\bminute (entry|order)\b[^:]*:/i, '')
    .replace(/\([^()]{0,60}\)/g, ' ')
    .split(/(?<=[.;])\s+(?=[A-Z])/)
    .map(text => text.trim())
    .filter(text => /\p{L}/u.test(text));
}
