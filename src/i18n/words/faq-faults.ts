import type { Words } from '../language.ts';

const en = {
  parts: {
    title: 'Title',
    answer_en: 'Answer in English',
    answer_es: 'Answer in Spanish',
    aliases: 'Other names',
    source: 'Source',
  },
  'no-title': 'It needs a title with letters: what people ask, in a few words.',
  'no-answer': 'It needs an answer, in English or in Spanish.',
  'empty-alias': 'Other names: one of them has no letters. Take it out.',
  'too-long': (part: string, is: number, max: number) =>
    `${part}: ${is} characters, ${is - max} too many. At most ${max} fit.`,
  'alias-too-long': (shown: string, is: number, max: number) =>
    `Other names: “${shown}…” has ${is} characters. At most ${max} fit; put commas between names.`,
  'too-many-aliases': (is: number, max: number) => `Other names: ${is} of them. At most ${max} fit.`,
  duplicate: (part: string, name: string, other: string) =>
    `${part}: “${name}” is already a name of “${other}”. Choose another, or edit that answer instead.`,
  'duplicate-own': (name: string) => `“${name}” stands twice in this answer. Once is enough.`,
  'source-not-https': (source: string) => `Source: “${source}” must start with https://.`,
  'source-not-an-address': (source: string) =>
    `Source: “${source}” is not a web address. Copy it from the browser, or leave it empty.`,
  'source-invite': (source: string) =>
    `Source: “${source}” leads into Discord. Give a web page that everyone can open, or leave it empty.`,
  unsafe: (part: string, reason: string) => `${part}: ${reason}`,
};

const es: typeof en = {
  parts: {
    title: 'Título',
    answer_en: 'Respuesta en inglés',
    answer_es: 'Respuesta en español',
    aliases: 'Otros nombres',
    source: 'Fuente',
  },
  'no-title': 'Necesita un título con letras: lo que la gente pregunta, en pocas palabras.',
  'no-answer': 'Necesita una respuesta, en inglés o en español.',
  'empty-alias': 'Otros nombres: uno no tiene letras. Quítelo.',
  'too-long': (part, is, max) => `${part}: ${is} caracteres, ${is - max} de más. Caben ${max} como máximo.`,
  'alias-too-long': (shown, is, max) =>
    `Otros nombres: «${shown}…» tiene ${is} caracteres. Caben ${max} como máximo; separe los nombres con comas.`,
  'too-many-aliases': (is, max) => `Otros nombres: hay ${is}. Caben ${max} como máximo.`,
  duplicate: (part, name, other) =>
    `${part}: «${name}» ya es un nombre de «${other}». Elija otro, o mejor edite esa respuesta.`,
  'duplicate-own': name => `«${name}» está dos veces en esta respuesta. Con una basta.`,
  'source-not-https': source => `Fuente: «${source}» debe empezar con https://.`,
  'source-not-an-address': source =>
    `Fuente: «${source}» no es una dirección web. Cópiela del navegador, o deje el espacio vacío.`,
  'source-invite': source =>
    `Fuente: «${source}» lleva a Discord. Ponga una página que todos puedan abrir, o deje el espacio vacío.`,
  unsafe: (part, reason) => `${part}: ${reason}`,
};

/** Why an answer cannot be published yet, and what to do. */
export const faultWords: Words<typeof en> = { en, es };
