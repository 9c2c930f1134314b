import type { Words } from '../language.ts';

const en = {
  follow: {
    confirmTitle: 'Follow here?',
    confirm: 'Confirm',
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing was changed.',
    what: (channel: string, kind: string) => `${channel} gets **${kind}**.`,
    when: (schedule: string, zone: string) =>
      `When: \`${schedule}\` (${zone}). In your own time, the next ones are:`,
    role: (role: string) => `Pings ${role}.`,
    noRole: 'Pings nobody.',
    language: (name: string) => `Language: ${name}`,
    onlyNew: 'Only what is approved from now on is posted. When there is nothing new, nothing is posted.',
    done: (channel: string, next: string) => `${channel} follows now. The next look is ${next}.`,
    already: 'That is confirmed already.',
    expired: 'That was too long ago. Please use `/announcements follow` again.',
    most: (max: number) => `This server has ${max} of these, the most I can keep. Remove one first.`,
    twice: (id: string) =>
      `This channel follows that already, as \`${id}\`, so its news would come twice. Change nothing, or remove that one first.`,
    channel: 'Choose a text channel, an announcement channel, or a thread or forum post that exists.',
    missing: (channel: string, names: string) =>
      `In ${channel} I still need: ${names}. Give me that, then try again.`,
    unreachable: (channel: string) =>
      `I cannot see ${channel}. Give me **View Channel** there, then try again.`,
    discordAway: 'Discord does not answer now. Please try again in a minute.',
    everyone: 'I never ping @everyone. Choose a role that people can leave, or none.',
    zone: 'I don’t know that time zone. Pick one from the list, for example America/Chicago.',
    faults: {
      empty: 'When? For example `daily 09:00` or `weekly mon 09:00`.',
      time: 'I did not understand the time. Write hours and minutes, for example `daily 09:00` or `weekly mon 09:00`.',
      weekday: 'Which day of the week? For example `weekly mon 09:00`.',
      cron: 'I did not understand when. Write `daily 09:00`, `weekly mon 09:00`, or the five fields of cron, for example `0 9 * * 1-5`.',
      never: 'That day never comes. For example `0 9 1 * *` is the first of each month at nine.',
    },
  },
  permissions: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    SendMessagesInThreads: 'Send Messages in Threads',
    ReadMessageHistory: 'Read Message History',
    MentionEveryone: 'Mention @everyone, @here, and All Roles',
  },
  all: 'everything',
  list: {
    title: 'Channels that follow',
    empty: 'No channel follows yet. Begin with `/announcements follow`.',
    next: 'next',
    paused: 'paused',
    refused: 'paused, Discord refused',
    pings: 'pings',
  },
  previewTitle: 'The next post, as it would be now',
  previewEmpty: (next: string) => `Nothing would be posted now. The next look is ${next}.`,
  unknownId: 'I don’t have that one. Pick it from the list.',
  pausedNow: 'Paused. `/announcements resume` goes on; what is approved meanwhile is not lost.',
  pausedAlready: 'It is paused already.',
  resumed: (next: string) => `Going on. The next look is ${next}.`,
  notPaused: 'It is not paused.',
  removed: (channel: string) => `Removed. ${channel} gets no more updates.`,
};

const es: typeof en = {
  follow: {
    confirmTitle: '¿Recibir novedades aquí?',
    confirm: 'Confirmar',
    cancel: 'Cancelar',
    cancelled: 'Cancelado. No se cambió nada.',
    what: (channel, kind) => `${channel} recibe **${kind}**.`,
    when: (schedule, zone) => `Cuándo: \`${schedule}\` (${zone}). En su propia hora, las próximas son:`,
    role: role => `Avisa a ${role}.`,
    noRole: 'No avisa a nadie.',
    language: name => `Idioma: ${name}`,
    onlyNew: 'Solo se publica lo que se apruebe desde ahora. Cuando no hay nada nuevo, no se publica nada.',
    done: (channel, next) => `${channel} ya recibe las novedades. La próxima revisión es ${next}.`,
    already: 'Eso ya está confirmado.',
    expired: 'Pasó demasiado tiempo. Use `/announcements follow` otra vez, por favor.',
    most: max => `Este servidor tiene ${max}, lo máximo que puedo guardar. Quite uno primero.`,
    twice: id =>
      `Este canal ya sigue eso, como \`${id}\`, así que sus noticias llegarían dos veces. No cambie nada, o quite ese primero.`,
    channel: 'Elija un canal de texto, un canal de anuncios, o un hilo o publicación de foro que exista.',
    missing: (channel, names) =>
      `En ${channel} todavía me falta: ${names}. Deme ese permiso e inténtelo otra vez.`,
    unreachable: channel => `No puedo ver ${channel}. Deme ahí **Ver canal** e inténtelo otra vez.`,
    discordAway: 'Discord no responde ahora. Inténtelo otra vez en un minuto, por favor.',
    everyone: 'Nunca aviso a @everyone. Elija un rol que cada persona pueda dejar, o ninguno.',
    zone: 'No conozco esa zona horaria. Elija una de la lista, por ejemplo America/Chicago.',
    faults: {
      empty: '¿Cuándo? Por ejemplo `daily 09:00` o `weekly mon 09:00`.',
      time: 'No entendí la hora. Escriba horas y minutos, por ejemplo `daily 09:00` o `weekly mon 09:00`.',
      weekday: '¿Qué día de la semana? Por ejemplo `weekly mon 09:00`.',
      cron: 'No entendí cuándo. Escriba `daily 09:00`, `weekly mon 09:00`, o los cinco campos de cron, por ejemplo `0 9 * * 1-5`.',
      never: 'Ese día no llega nunca. Por ejemplo, `0 9 1 * *` es el primero de cada mes a las nueve.',
    },
  },
  permissions: {
    ViewChannel: 'Ver canal',
    SendMessages: 'Enviar mensajes',
    SendMessagesInThreads: 'Enviar mensajes en hilos',
    ReadMessageHistory: 'Leer el historial de mensajes',
    MentionEveryone: 'Mencionar @everyone, @here y todos los roles',
  },
  all: 'todo',
  list: {
    title: 'Canales que reciben novedades',
    empty: 'Ningún canal recibe novedades todavía. Empiece con `/announcements follow`.',
    next: 'próxima',
    paused: 'detenido',
    refused: 'detenido, Discord lo rechazó',
    pings: 'avisa a',
  },
  previewTitle: 'La próxima publicación, como sería ahora',
  previewEmpty: next => `Ahora no se publicaría nada. La próxima revisión es ${next}.`,
  unknownId: 'No tengo ese. Elíjalo de la lista.',
  pausedNow: 'Detenido. `/announcements resume` continúa; lo que se apruebe mientras tanto no se pierde.',
  pausedAlready: 'Ya está detenido.',
  resumed: next => `Continúa. La próxima revisión es ${next}.`,
  notPaused: 'No está detenido.',
  removed: channel => `Quitado. ${channel} ya no recibe novedades.`,
};

/** What managers read when they let channels follow. */
export const followingWords: Words<typeof en> = { en, es };
