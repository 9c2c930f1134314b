// What the page itself says, in the viewer's language; the bot's words come from the bot. A language is a file in `words/`.

type File = typeof import('./words/en.json');

/** The words of `words/en.json`; what another language does not have is English. */
export type PageWords = Omit<File, 'forward' | 'people'> & {
  readonly forward: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
};

const loaded = new Map<string, Promise<Partial<File>>>();

const read = (language: string): Promise<Partial<File>> => {
  const known = loaded.get(language);
  if (known) return known;
  const reading = fetch(`words/${language}.json`).then(
    answer => (answer.ok ? answer.json() : {}),
    () => ({}),
  );
  loaded.set(language, reading);
  return reading;
};

/** The page's words for a Discord locale. */
export async function loadWords(locale: string): Promise<PageWords> {
  const [english, own] = await Promise.all([read('en'), read(locale.split('-')[0] ?? '')]);
  return {
    ...(english as File),
    ...own,
    filed: { ...(english as File).filed, ...own.filed },
    forward: { ...english.forward, ...own.forward },
    people: { ...english.people, ...own.people },
  };
}

/** A text with its `{names}` filled in. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
