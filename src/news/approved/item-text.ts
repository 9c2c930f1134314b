import { writtenDate } from '../../i18n/dates.ts';
import { type Language, languageIn } from '../../i18n/languages.ts';
import { wordsOf } from '../../i18n/words.ts';

import { plain, shorten } from '../../messaging/markdown.ts';
import { type NewsItem, wordsIn } from './news.ts';

/** A Markdown link that no label and no address can break out of. */
export function linkTo(label: string, url: string): string {
  const address = new URL(url).href.replace(/[()<>\s\\]/g, mark => `%${mark.charCodeAt(0).toString(16)}`);
  return `[${plain(label)}](${address})`;
}

/** An item in full: date and kind, headline, summary, why it is followed, sources. All words are a person's; none is formatting. */
export function itemText(item: NewsItem, language: Language): string {
  const words = wordsOf(language).digest;
  const { title, summary, language: spoken } = wordsIn(item.words, language);
  const why = item.why?.[language] ?? item.why?.[spoken];
  const notes = [
    sourceLinks(item, language),
    why ? `${words.why} ${plain(why)}` : '',
    spoken === language ? '' : words.onlyIn({ language: languageIn(spoken, language) }),
  ].filter(Boolean);
  return [
    headOf(item, language),
    `**${plain(title)}**`,
    plain(summary),
    ...notes.map(note => `-# ${note}`),
  ].join('\n');
}

/** An item in one line: date and kind, and the headline as a link to its first source. */
export function itemLine(item: NewsItem, language: Language): string {
  const title = shorten(wordsIn(item.words, language).title, 120);
  const url = item.sources.find(source => source.url)?.url;
  return `${headOf(item, language)} · ${url ? linkTo(title, url) : plain(title)}`;
}

const headOf = ({ date, kind }: NewsItem, language: Language) =>
  `**${writtenDate(date, language)} · ${wordsOf(language).answers.kind[kind]}**`;

function sourceLinks(item: NewsItem, language: Language): string {
  const links = item.sources.slice(0, 3).map(({ label, url }) => {
    const name = shorten(label[language] ?? Object.values(label)[0] ?? '', 100);
    return url ? linkTo(name, url) : plain(name);
  });
  return links.join(' · ');
}
