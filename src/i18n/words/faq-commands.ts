import { type CommandWords, named } from './commands.ts';

const entry = named('entry', 'entrada', 'Start typing, then choose', 'Empiece a escribir y elija');

/** The commands of the community's own answers and of its settings. */
export const faqCommands: Readonly<Record<string, CommandWords>> = {
  faq: {
    ...named('faq', 'preguntas', 'What this community wrote itself', 'Lo que esta comunidad misma escribió'),
    options: { entry },
  },
  curate: {
    ...named(
      'curate',
      'redactar',
      'Write and change this community’s answers',
      'Escribir y cambiar las respuestas de esta comunidad',
    ),
    subcommands: {
      add: named('add', 'añadir', 'Write a new answer', 'Escribir una respuesta nueva'),
      edit: {
        ...named('edit', 'editar', 'Change an answer', 'Cambiar una respuesta'),
        options: { entry },
      },
      remove: {
        ...named(
          'remove',
          'quitar',
          'Take an answer away; you can undo it',
          'Quitar una respuesta; se puede deshacer',
        ),
        options: { entry },
      },
      history: {
        ...named(
          'history',
          'historial',
          'Who changed an answer, when and how',
          'Quién cambió una respuesta, cuándo y cómo',
        ),
        options: { entry },
      },
      restore: {
        ...named(
          'restore',
          'recuperar',
          'Bring back an older version of an answer',
          'Recuperar una versión anterior de una respuesta',
        ),
        options: {
          entry,
          revision: named('revision', 'versión', 'The version to bring back', 'La versión que debe volver'),
        },
      },
      export: named(
        'export',
        'exportar',
        'All answers and their history as files',
        'Todas las respuestas y su historial en archivos',
      ),
      import: {
        ...named(
          'import',
          'importar',
          'Take back an exported file; you see first what it would do',
          'Recuperar un archivo exportado; primero verá qué haría',
        ),
        options: {
          file: named('file', 'archivo', 'A file from /curate export', 'Un archivo de /curate export'),
        },
      },
    },
  },
  'add-to-faq': named('Add to FAQ', 'Añadir a preguntas', '', ''),
  settings: {
    ...named(
      'settings',
      'ajustes',
      'Language, curators and review in this server',
      'Idioma, curadores y revisión en este servidor',
    ),
    subcommands: {
      show: named('show', 'ver', 'Show the settings', 'Ver los ajustes'),
      language: {
        ...named('language', 'idioma', 'The community’s own language', 'El idioma de la comunidad'),
        options: {
          language: named(
            'language',
            'idioma',
            'For shared answers and posts',
            'Para las respuestas compartidas y las publicaciones',
          ),
        },
      },
      curators: {
        ...named(
          'curators',
          'curadores',
          'Who may curate besides moderators',
          'Quién puede redactar, además de los moderadores',
        ),
        options: {
          role: named('role', 'rol', 'Leave empty for no extra role', 'Vacío: ningún otro rol'),
        },
      },
      review: {
        ...named(
          'review',
          'revisión',
          'Where reports, drafts and news wait for moderators',
          'Dónde esperan avisos, borradores y noticias',
        ),
        options: {
          channel: named('channel', 'canal', 'Leave empty for no channel', 'Vacío: ningún canal'),
        },
      },
      'require-second': {
        ...named(
          'require-second',
          'exigir-segundo',
          'Must another moderator publish what one wrote?',
          '¿Debe otro moderador publicar lo que uno escribió?',
        ),
        options: {
          enabled: named('enabled', 'activado', 'True: yes. False: no.', 'True: sí. False: no.'),
        },
      },
      export: named(
        'export',
        'exportar',
        'All that the bot keeps about this community',
        'Todo lo que el bot guarda sobre esta comunidad',
      ),
      forget: named(
        'forget',
        'borrar',
        'Erase all that the bot keeps about this community',
        'Borrar todo lo que el bot guarda sobre esta comunidad',
      ),
    },
  },
};
