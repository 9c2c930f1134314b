import type { Words } from '../language.ts';

const en = {
  title: 'Settings of this community',
  language: (value: string) => `Language: **${value}**`,
  curators: (value: string) => `Curator role: ${value}`,
  review: (value: string) => `Review channel: ${value}`,
  second: (on: boolean) => `A second moderator must publish: **${on ? 'yes' : 'no'}**`,
  none: 'none chosen',
  noLanguage: 'none chosen, so the server’s own language counts',
  showHint: 'Change one with `/settings language`, `curators`, `review` or `require-second`.',

  languageSet: (value: string) => `Done. Shared answers and posts are in **${value}** now.`,
  curatorsSet: (role: string) => `Done. Members with ${role} may curate answers and news now.`,
  curatorsCleared: 'Done. No extra role may curate; members with Manage Messages still may.',
  curatorsIntegrations:
    'One more step, which a bot may not do: a role without Manage Messages does not see the commands yet. Open **Server Settings → Integrations**, choose this bot, and add the role to `/curate`, `/news` and **Add to FAQ**.',
  curatorsEveryone: 'That role is everyone in this server. Please choose a role that only curators have.',
  reviewSet: (channel: string) => `Done. Reports, drafts and news wait in ${channel} now.`,
  reviewCleared: 'Done. There is no review channel now, so members can’t send reports.',
  reviewPrivate: 'Please make sure that only moderators can read that channel.',
  reviewTest: 'This is the review channel now. Reports, drafts and news will wait here.',
  reviewForbidden: (channel: string) =>
    `I can’t write in ${channel}, so nothing was changed. Allow me **View Channel**, **Send Messages**, **Create Public Threads** and **Send Messages in Threads** there, then try again.`,
  reviewFailed: 'Discord does not answer just now, so nothing was changed. Please try again in a minute.',
  secondOn: 'Done. Whoever writes an answer or a news item can’t publish it; another moderator must.',
  secondOff: 'Done. Every moderator may publish alone.',

  exported: 'This is all I keep about this community.',
  exportedMore: 'There is more than one file can hold.',
  nextFile: 'Next file',

  forgetTitle: 'Erase everything',
  forgetWord: 'ERASE',
  forgetLabel: (word: string) => `Type ${word} to erase everything`,
  forgetHint: 'Answers, history, settings, news. It can’t be undone; `/settings export` first.',
  notForgotten: (word: string) => `You did not type ${word}, so nothing was erased.`,
  forgetInterrupted:
    'My storage broke off in the middle, so some of it is erased and some is not. Please do it again in a minute.',
  forgotten: 'Done. I erased everything I kept about this community.',
};

const es: typeof en = {
  title: 'Ajustes de esta comunidad',
  language: value => `Idioma: **${value}**`,
  curators: value => `Rol de curadores: ${value}`,
  review: value => `Canal de revisión: ${value}`,
  second: on => `Otro moderador debe publicar: **${on ? 'sí' : 'no'}**`,
  none: 'ninguno',
  noLanguage: 'ninguno, así que vale el del servidor',
  showHint: 'Cambie uno con `/settings language`, `curators`, `review` o `require-second`.',

  languageSet: value => `Listo. Idioma de las respuestas compartidas y las publicaciones: **${value}**.`,
  curatorsSet: role => `Listo. Quienes tienen ${role} ya pueden redactar respuestas y revisar noticias.`,
  curatorsCleared:
    'Listo. Ningún otro rol puede hacerlo; quienes tienen «Gestionar mensajes» siguen pudiendo.',
  curatorsIntegrations:
    'Falta un paso que un bot no puede hacer: un rol sin «Gestionar mensajes» todavía no ve los comandos. Abra **Ajustes del servidor → Integraciones**, elija este bot y añada el rol a `/curate`, `/news` y **Add to FAQ**.',
  curatorsEveryone: 'Ese rol lo tienen todos en este servidor. Elija uno que solo tengan los curadores.',
  reviewSet: channel => `Listo. Los avisos, borradores y noticias esperan ahora en ${channel}.`,
  reviewCleared: 'Listo. Ya no hay canal de revisión, así que los miembros no pueden enviar avisos.',
  reviewPrivate: 'Compruebe que solo los moderadores puedan leer ese canal.',
  reviewTest: 'Este es ahora el canal de revisión. Aquí esperarán los avisos, los borradores y las noticias.',
  reviewForbidden: channel =>
    `No puedo escribir en ${channel}, así que no se cambió nada. Permítame ahí **Ver canal**, **Enviar mensajes**, **Crear hilos públicos** y **Enviar mensajes en hilos**, e inténtelo otra vez.`,
  reviewFailed: 'Discord no responde ahora, así que no se cambió nada. Inténtelo otra vez en un minuto.',
  secondOn: 'Listo. Quien escribe una respuesta o noticia no puede publicarla; debe hacerlo otro moderador.',
  secondOff: 'Listo. Cada moderador puede publicar por su cuenta.',

  exported: 'Esto es todo lo que guardo sobre esta comunidad.',
  exportedMore: 'Hay más de lo que cabe en un archivo.',
  nextFile: 'Archivo siguiente',

  forgetTitle: 'Borrar todo',
  forgetWord: 'BORRAR',
  forgetLabel: word => `Escriba ${word} para borrar todo`,
  forgetHint: 'Respuestas, historial, ajustes, noticias. No se puede deshacer; antes, `/settings export`.',
  notForgotten: word => `No escribió ${word}, así que no se borró nada.`,
  forgetInterrupted:
    'El almacenamiento se cortó a la mitad: una parte está borrada y otra no. Por favor, hágalo otra vez en un minuto.',
  forgotten: 'Listo. Borré todo lo que guardaba sobre esta comunidad.',
};

/** Settings of a community. */
export const settingsWords: Words<typeof en> = { en, es };
