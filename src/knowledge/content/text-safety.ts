import { unclosedMarks } from './unclosed-marks.ts';

/** What makes a text unsafe to post; `i18n/words/knowledge.ts` words it. Values are quoted from the text. */
export type TextFault =
  | { readonly code: 'mention'; readonly found: string }
  | { readonly code: 'invite'; readonly found: string }
  | { readonly code: 'masked-link'; readonly shown: string; readonly leads: string }
  | { readonly code: 'insecure-link'; readonly found: string }
  | { readonly code: 'invisible'; readonly found: string }
  | { readonly code: 'unclosed'; readonly found: string };

/** Everything in a text that would ping, mislead, hide or swallow what the bot writes below it; empty: safe to post. */
export function textFaults(markdown: string): readonly TextFault[] {
  const faults = [mentions, links, invisibleCharacters, unclosed].flatMap(rule => rule(markdown));
  const distinct = new Map(faults.map(fault => [JSON.stringify(fault), fault]));
  return [...distinct.values()];
}

// https://docs.discord.com/developers/reference#message-formatting
const mention = /@(?:everyone|here)\b|<(?:@[!&]?|#)\d+>|<id:(?:customize|browse|guide|linked-roles)[^>]*>/gi;

function mentions(text: string): TextFault[] {
  return Array.from(text.matchAll(mention), ([found]) => ({ code: 'mention', found }));
}

const maskedLink = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?([^\s<>)]*)/g;
// Every repetition that can begin anywhere in a text is bounded: else a long one costs the square of its length.
const schemeLink = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s<>)]+/gi;
const invite =
  /\b(?:discord\.gg|dsc\.gg|discord\.me|discord\.li|invite\.gg|discord(?:app)?\.com\/+invite)\/+[\w-]+/i;
const address = /(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}/gu;

function links(text: string): TextFault[] {
  const faults: TextFault[] = [];
  const foundInvite = invite.exec(decoded(text));
  if (foundInvite) faults.push({ code: 'invite', found: foundInvite[0] });
  for (const [, shown = '', target = ''] of text.matchAll(maskedLink)) {
    const host = hostOf(target);
    if (!host) faults.push({ code: 'insecure-link', found: target });
    else if (Array.from(shown.matchAll(address)).some(([seen]) => !sameSite(seen, host))) {
      faults.push({ code: 'masked-link', shown, leads: host });
    }
  }
  for (const [found] of text.matchAll(schemeLink)) {
    const url = URL.parse(found);
    if (url?.protocol !== 'https:') faults.push({ code: 'insecure-link', found });
    // `https://known.org@other.example` shows one address and leads to another.
    else if (url.username) faults.push({ code: 'masked-link', shown: url.username, leads: url.host });
  }
  return faults;
}

function hostOf(target: string): string | undefined {
  const url = URL.parse(target);
  return url?.protocol === 'https:' ? url.hostname : undefined;
}

function sameSite(shown: string, host: string): boolean {
  const seen = (URL.parse(`https://${shown}`)?.hostname ?? shown).replace(/^www\./, '');
  return host === seen || host.endsWith(`.${seen}`);
}

function decoded(text: string): string {
  return text.replace(/%2f/gi, '/').replace(/%2e/gi, '.');
}

// Format and control characters, line separators, lone surrogates, and letters that look like nothing.
const invisible = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f|(?![\n\r\t])\p{Cc}/gu;
/**
 * Joiners belong to some emoji and to some scripts' spelling; tag characters to the flags of Scotland or Wales. Made when
 * first needed: to compile it takes 10 ms, and hardly any text needs it.
 */
const legitimate = () =>
  /\p{RGI_Emoji}|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{M}])[\u200c\u200d]/gv;

function invisibleCharacters(text: string): TextFault[] {
  if (text.search(invisible) < 0) return [];
  return Array.from(text.replace(legitimate(), '').matchAll(invisible), ([found]) => ({
    code: 'invisible',
    found: `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  }));
}

function unclosed(text: string): TextFault[] {
  return unclosedMarks(text).map(found => ({ code: 'unclosed', found }));
}
