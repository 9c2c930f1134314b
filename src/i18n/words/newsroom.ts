import type { Words } from '../language.ts';

const en = {
  queueTitle: 'News that waits for you',
  queueEmpty: 'Nothing waits.',
  queueOpen: 'Open a card',
  queueHeld: (count: number) => `${count} on hold or held back`,
  showHeld: 'Show what is on hold',
  showWaiting: 'Show what waits',
  add: {
    link: 'That is not a web address. It begins with https://, for example https://www.courtlistener.com/docket/69616357/',
    date: 'Write the date as year-month-day, for example 2025-07-25.',
    kind: 'Choose one of the kinds from the list.',
    expired: 'That form is too old. Please use `/news add` again.',
  },
  status: {
    title: 'Updates: status',
    sources: 'Sources',
    followings: 'Channels that follow',
    noSources: 'No source is watched by this bot.',
    noFollowings: 'No channel follows yet: `/announcements follow`.',
    well: 'well',
    never: 'not asked yet',
    last: 'last success',
    next: 'next try',
    failures: (count: number) => (count === 1 ? '1 failure' : `${count} failures in a row`),
    lastPost: 'last post',
    nextPost: 'next',
    cardsRefused: (count: number, why: string) =>
      `${count} ${count === 1 ? 'card' : 'cards'} could not be posted in the review channel. ${why} See \`/news queue\`; \`/settings review\` chooses another channel.`,
    ignored: 'Not shown any more',
    retrying: (count: number) => `being sent, ${count} ${count === 1 ? 'try' : 'tries'} so far`,
    notPublished: 'Discord did not publish the last post to followers',
    publishing: (count: number) => `${count} waiting to be published`,
  },
  refusal: {
    10003: 'The channel is gone.',
    50001: 'I cannot see the channel any more.',
    50013: 'I may not write there any more.',
    50083: 'The thread is closed.',
    other: (status: number, code: number) => `Discord refused it (${status}, ${code}).`,
  },
  held: 'I cannot tell whether my last post arrived, because I may not read the history there. Allow me **Read Message History**; until then I post nothing there.',
  pausedNotice: (channel: string, why: string, id: string) =>
    `I paused the updates in ${channel}. ${why} When it is fixed: \`/announcements resume id:${id}\`. Nothing is lost.`,
  heldNotice: (channel: string) => `The updates in ${channel} wait.`,
  showStatus: 'Show the status',
  weekly: {
    title: 'This week, for moderators',
    overdue: (count: number) =>
      `${count} ${count === 1 ? 'answer is' : 'answers are'} past the day for a check:`,
    failing: (count: number) => `${count} ${count === 1 ? 'source does' : 'sources do'} not answer:`,
    waiting: (count: number) =>
      `${count} ${count === 1 ? 'piece of news waits' : 'pieces of news wait'}: \`/news queue\``,
    reports: (count: number) => `${count} ${count === 1 ? 'report' : 'reports'} from members came in`,
    more: (count: number) => `and ${count} more`,
  },
};

const es: typeof en = {
  queueTitle: 'Noticias que le esperan',
  queueEmpty: 'No hay nada en espera.',
  queueOpen: 'Abrir una ficha',
  queueHeld: count => `${count} ${count === 1 ? 'apartada' : 'apartadas'}`,
  showHeld: 'Mostrar lo apartado',
  showWaiting: 'Mostrar lo que espera',
  add: {
    link: 'Eso no es una dirección web. Empieza con https://, por ejemplo https://www.courtlistener.com/docket/69616357/',
    date: 'Escriba la fecha como año-mes-día, por ejemplo 2025-07-25.',
    kind: 'Elija uno de los tipos de la lista.',
    expired: 'Ese formulario es demasiado viejo. Use `/news add` otra vez, por favor.',
  },
  status: {
    title: 'Novedades: estado',
    sources: 'Fuentes',
    followings: 'Canales que reciben novedades',
    noSources: 'Este bot no vigila ninguna fuente.',
    noFollowings: 'Ningún canal recibe novedades todavía: `/announcements follow`.',
    well: 'bien',
    never: 'todavía no se consultó',
    last: 'último éxito',
    next: 'próximo intento',
    failures: count => (count === 1 ? '1 error' : `${count} errores seguidos`),
    lastPost: 'última publicación',
    nextPost: 'próxima',
    cardsRefused: (count, why) =>
      `${count === 1 ? '1 ficha no se pudo publicar' : `${count} fichas no se pudieron publicar`} en el canal de revisión. ${why} Vea \`/news queue\`; con \`/settings review\` se elige otro canal.`,
    ignored: 'Ya no se muestra',
    retrying: count => `enviándose, ${count} ${count === 1 ? 'intento' : 'intentos'} hasta ahora`,
    notPublished: 'Discord no difundió la última publicación a los seguidores',
    publishing: count => `${count} en espera de difusión`,
  },
  refusal: {
    10003: 'El canal ya no existe.',
    50001: 'Ya no puedo ver el canal.',
    50013: 'Ya no puedo escribir ahí.',
    50083: 'El hilo está cerrado.',
    other: (status, code) => `Discord lo rechazó (${status}, ${code}).`,
  },
  held: 'No puedo saber si mi última publicación llegó, porque no puedo leer el historial ahí. Permítame **Leer el historial de mensajes**; hasta entonces no publico nada ahí.',
  pausedNotice: (channel, why, id) =>
    `Detuve las novedades en ${channel}. ${why} Cuando esté arreglado: \`/announcements resume id:${id}\`. No se pierde nada.`,
  heldNotice: channel => `Las novedades en ${channel} esperan.`,
  showStatus: 'Ver el estado',
  weekly: {
    title: 'Esta semana, para moderadores',
    overdue: count =>
      count === 1
        ? '1 respuesta pasó el día de su revisión:'
        : `${count} respuestas pasaron el día de su revisión:`,
    failing: count => (count === 1 ? '1 fuente no responde:' : `${count} fuentes no responden:`),
    waiting: count =>
      count === 1 ? '1 noticia espera: `/news queue`' : `${count} noticias esperan: \`/news queue\``,
    reports: count => (count === 1 ? 'Llegó 1 aviso de miembros' : `Llegaron ${count} avisos de miembros`),
    more: count => `y ${count} más`,
  },
};

/** What moderators are told of the queue, the sources and the posts. */
export const newsroomWords: Words<typeof en> = { en, es };
