import { languages } from '../../i18n/languages.ts';
import { type TextFault, textFaults } from '../../knowledge/content/text-safety.ts';
import { type Content, limits, normalName, type Part } from './content.ts';

/** Why content cannot be published; worded by `i18n/words/faq-faults.ts`. */
export type ContentFault =
  | { readonly code: 'no-title' | 'no-answer' | 'empty-alias' }
  | {
      readonly code: 'too-long';
      readonly part: Part;
      readonly is: number;
      readonly max: number;
      readonly shown?: string;
    }
  | { readonly code: 'too-many-aliases'; readonly is: number; readonly max: number }
  /** `other` is the title of the answer that has the name; absent: this answer itself has it twice. */
  | {
      readonly code: 'duplicate';
      readonly part: 'title' | 'aliases';
      readonly name: string;
      readonly other?: string;
    }
  | { readonly code: 'source-not-https' | 'source-not-an-address' | 'source-invite'; readonly source: string }
  | { readonly code: 'unsafe'; readonly part: Part; readonly fault: TextFault };

/** The title of another entry of this community that has a name (as {@link normalName} gives it), if any. */
export type OwnerOf = (name: string) => string | undefined;

/** Every fault of an entry's content at once; empty: it may be published. */
export function contentFaults(content: Content, ownerOf: OwnerOf): readonly ContentFault[] {
  return [
    ...titleFaults(content),
    ...answerFaults(content),
    ...aliasFaults(content),
    ...duplicates(content, ownerOf),
    ...sourceFaults(content),
    ...unsafeParts(content),
  ];
}

function titleFaults({ title }: Content): ContentFault[] {
  return [
    ...(normalName(title) ? [] : [{ code: 'no-title' as const }]),
    ...tooLong('title', title, limits.title),
  ];
}

function answerFaults({ answers }: Content): ContentFault[] {
  const written = languages.filter(language => answers[language]?.trim());
  if (written.length === 0) return [{ code: 'no-answer' }];
  return written.flatMap(language => tooLong(`answer_${language}`, answers[language] ?? '', limits.answer));
}

function aliasFaults({ aliases }: Content): ContentFault[] {
  const max = limits.aliases;
  return [
    ...(aliases.length > max ? [{ code: 'too-many-aliases' as const, is: aliases.length, max }] : []),
    ...(aliases.every(normalName) ? [] : [{ code: 'empty-alias' as const }]),
    ...aliases.flatMap(alias => tooLong('aliases', alias, limits.alias)),
  ];
}

function duplicates({ title, aliases }: Content, ownerOf: OwnerOf): ContentFault[] {
  const own = new Set<string>();
  return [title, ...aliases].flatMap((name, index) => {
    const normal = normalName(name);
    const twice = own.has(normal);
    const other = ownerOf(normal);
    own.add(normal);
    if (!normal || (!twice && other === undefined)) return [];
    const part = index === 0 ? ('title' as const) : ('aliases' as const);
    return [{ code: 'duplicate' as const, part, name, ...(!twice && other !== undefined && { other }) }];
  });
}

const invite = /^(www\.)?(discord\.(gg|me|li)|dsc\.gg|invite\.gg)$|^((www|ptb|canary)\.)?discord(app)?\.com$/;

function sourceFaults({ source }: Content): ContentFault[] {
  if (source === undefined) return [];
  const faults = tooLong('source', source, limits.source);
  const url = URL.parse(source);
  if (!url || /\s/.test(source)) return [...faults, { code: 'source-not-an-address', source }];
  if (url.protocol !== 'https:') return [...faults, { code: 'source-not-https', source }];
  // `https://known.org@other.example` shows one address and leads to another; a host without a dot leads nowhere outside.
  if (url.username || url.password || !/\p{L}\.?$/u.test(url.hostname) || !url.hostname.includes('.')) {
    return [...faults, { code: 'source-not-an-address', source }];
  }
  const invites =
    invite.test(url.hostname) && (!/\.com$/.test(url.hostname) || /^\/+invite\//.test(url.pathname));
  return invites ? [...faults, { code: 'source-invite', source }] : faults;
}

function unsafeParts(content: Content): ContentFault[] {
  const texts: readonly (readonly [Part, string])[] = [
    ['title', content.title],
    ...languages.map(language => [`answer_${language}`, content.answers[language] ?? ''] as const),
    ...content.aliases.map(alias => ['aliases', alias] as const),
  ];
  return texts.flatMap(([part, text]) =>
    textFaults(text).map(fault => ({ code: 'unsafe' as const, part, fault })),
  );
}

function tooLong(part: Part, text: string, max: number): ContentFault[] {
  if (text.length <= max) return [];
  return [
    { code: 'too-long', part, is: text.length, max, ...(part === 'aliases' && { shown: text.slice(0, 40) }) },
  ];
}
