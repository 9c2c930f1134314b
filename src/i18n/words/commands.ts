import type { Words } from '../language.ts';

/** A name and a description in each language. Slash names: 1 to 32 lower-case letters, digits, hyphens; descriptions up to 100. */
export interface Named {
  readonly name: Words<string>;
  readonly description: Words<string>;
}

/** What a command, its subcommands and its options are called in Discord's command list. */
export interface CommandWords extends Named {
  readonly options?: Readonly<Record<string, Named>>;
  readonly subcommands?: Readonly<
    Record<string, Named & { readonly options?: Readonly<Record<string, Named>> }>
  >;
}

/** Shorthand: English name, Spanish name, English description, Spanish description. */
export const named = (en: string, es: string, enText: string, esText: string): Named => ({
  name: { en, es },
  description: { en: enText, es: esText },
});

/** The two options that every command for everyone has. */
export const commonOptions = {
  share: named(
    'share',
    'compartir',
    'Show the answer to everyone in this channel',
    'Mostrar la respuesta a todos en este canal',
  ),
  language: named('language', 'idioma', 'Language of the answer', 'Idioma de la respuesta'),
};

const section = named('section', 'sección', 'Start typing, then choose', 'Empiece a escribir y elija');
const kind = named('kind', 'tipo', 'Only this kind', 'Solo este tipo');

/** The commands for everyone. */
export const everyoneCommands: Readonly<Record<string, CommandWords>> = {
  rights: {
    ...named(
      'rights',
      'derechos',
      'Know your rights: at home, stopped, in a car, in jail',
      'Conozca sus derechos: en casa, en la calle, en el carro, en la cárcel',
    ),
    options: {
      situation: named(
        'situation',
        'situación',
        'Where are you? Start typing, then choose',
        '¿Dónde está? Empiece a escribir y elija',
      ),
    },
  },
  trustact: {
    ...named(
      'trustact',
      'ley-trust',
      'What the Illinois TRUST Act does and does not do',
      'Qué hace y qué no hace la Ley TRUST de Illinois',
    ),
    options: { section },
  },
  grants: {
    ...named(
      'grants',
      'subvenciones',
      'Federal grants, their conditions, and what courts said',
      'Subvenciones federales, sus condiciones y qué dijeron las cortes',
    ),
    options: { section },
  },
  lawsuit: {
    ...named(
      'lawsuit',
      'demandas',
      'Who sued whom, over what, and what happened',
      'Quién demandó a quién, por qué y qué pasó',
    ),
    options: { section },
  },
  safety: {
    ...named(
      'safety',
      'seguridad',
      'What studies and officials say about crime, trust and the economy',
      'Qué dicen los estudios y los funcionarios sobre crimen, confianza y economía',
    ),
    options: { section },
  },
  timeline: {
    ...named(
      'timeline',
      'cronología',
      'What happened, by date, newest first',
      'Qué ha pasado, por fecha, lo más nuevo primero',
    ),
    options: { kind },
  },
  ask: {
    ...named('ask', 'preguntar', 'Ask in your own words', 'Pregunte con sus propias palabras'),
    options: {
      question: named('question', 'pregunta', 'Your question. It is not kept', 'Su pregunta. No se guarda'),
    },
  },
  hotline: named('hotline', 'línea-de-ayuda', 'Who to call', 'A quién llamar'),
  about: named(
    'about',
    'acerca',
    'Who runs this, sources, privacy, how to correct it',
    'Quién administra esto, fuentes, privacidad, cómo corregirlo',
  ),
  help: named('help', 'ayuda', 'What you can ask', 'Lo que puede preguntar'),
};
