import { type CommandWords, named } from './commands.ts';

const kind = named('kind', 'tipo', 'Which kind of news', 'Qué tipo de noticias');
const id = named('id', 'id', 'Which one: pick it from the list', 'Cuál: elíjalo de la lista');

/** The commands about news. */
export const updateCommands: Readonly<Record<string, CommandWords>> = {
  updates: {
    ...named(
      'updates',
      'novedades',
      'The latest developments approved in this community',
      'Lo último que se aprobó en esta comunidad',
    ),
    options: { kind: named('kind', 'tipo', 'Only this kind', 'Solo este tipo') },
  },
  news: {
    ...named('news', 'noticias', 'Decide which news members see', 'Decidir qué noticias ven los miembros'),
    subcommands: {
      queue: named('queue', 'cola', 'What waits for you', 'Lo que le espera'),
      add: {
        ...named('add', 'añadir', 'Write a piece of news by hand', 'Escribir una noticia a mano'),
        options: {
          kind,
          link: named('link', 'enlace', 'Web address of the source', 'Dirección web de la fuente'),
          date: named(
            'date',
            'fecha',
            'The day it happened, for example 2025-07-25',
            'El día en que ocurrió, por ejemplo 2025-07-25',
          ),
        },
      },
      status: named(
        'status',
        'estado',
        'How the sources and the channels that follow are doing',
        'Cómo van las fuentes y los canales que reciben noticias',
      ),
    },
  },
  announcements: {
    ...named(
      'announcements',
      'anuncios',
      'Which channels get news, and when',
      'Qué canales reciben noticias y cuándo',
    ),
    subcommands: {
      follow: {
        ...named(
          'follow',
          'seguir',
          'Post approved news in a channel, regularly',
          'Publicar noticias aprobadas en un canal, con regularidad',
        ),
        options: {
          channel: named(
            'channel',
            'canal',
            'Text or announcement channel, thread or forum post',
            'Canal de texto o de anuncios, hilo o publicación de foro',
          ),
          kind,
          schedule: named(
            'schedule',
            'horario',
            'daily 09:00, weekly mon 09:00, or five cron fields',
            'daily 09:00, weekly mon 09:00 o cinco campos de cron',
          ),
          timezone: named(
            'timezone',
            'zona',
            'Whose clock counts; America/Chicago if you choose none',
            'Qué reloj cuenta; America/Chicago si no elige ninguno',
          ),
          role: named('role', 'rol', 'A role to ping', 'Un rol al que avisar'),
          language: named('language', 'idioma', 'Language of the posts', 'Idioma de las publicaciones'),
        },
      },
      list: named('list', 'lista', 'Which channels follow', 'Qué canales reciben noticias'),
      preview: {
        ...named(
          'preview',
          'vista-previa',
          'The next post as it would be now; only you see it',
          'La próxima publicación como sería ahora; solo usted la ve',
        ),
        options: { id },
      },
      pause: {
        ...named('pause', 'detener', 'Stop posting for now', 'Dejar de publicar por ahora'),
        options: { id },
      },
      resume: { ...named('resume', 'continuar', 'Go on posting', 'Volver a publicar'), options: { id } },
      remove: {
        ...named('remove', 'quitar', 'Stop for good', 'Dejar de publicar para siempre'),
        options: { id },
      },
    },
  },
};
