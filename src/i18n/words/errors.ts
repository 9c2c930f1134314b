import type { Words } from '../language.ts';

const en = {
  broken: (code: string) =>
    `Sorry, something went wrong on my side. Please try again. If it goes on, tell a moderator this code: \`${code}\``,
  late: 'Sorry, that took too long. Nothing was lost: please try again.',
  storeAway:
    'Sorry, I can’t reach my storage right now, so nothing was changed. Please try again in a minute.',
  outcomeUnknown:
    'Sorry, my storage broke off just then, so I can’t tell whether this was saved. Please look before you do it again.',
  unknownCommand: 'I don’t know this command any more. Type `/help` to see what you can ask.',
  stale: 'This button is from an older version. Please use the command again.',
  serverOnly: 'This works only in a server that has added me.',
  notAllowed: {
    moderator:
      'Thank you for wanting to help! This is for the moderators of this community. If you think something should change, tell one of them.',
    manager: 'This is for people who manage this server. Ask one of them to do it for you.',
  },
  missingOption: (option: string) => `Please fill in \`${option}\` and send the command again.`,
  damaged: (kind: string) =>
    `Something kept for this community was damaged on the disk (${kind}). What could be saved of it is in use; please look whether anything is missing. The people who run this bot find details in its log.`,
};

const es: typeof en = {
  broken: code =>
    `Perdón, algo falló de mi lado. Inténtelo otra vez, por favor. Si sigue pasando, dé este código a un moderador: \`${code}\``,
  late: 'Perdón, tardó demasiado. No se perdió nada: inténtelo otra vez, por favor.',
  storeAway:
    'Perdón, ahora no puedo llegar a donde guardo los datos, así que no se cambió nada. Inténtelo otra vez en un minuto.',
  outcomeUnknown:
    'Perdón, el almacenamiento se cortó justo entonces y no sé si se guardó. Por favor, mire antes de hacerlo otra vez.',
  unknownCommand: 'Ya no conozco este comando. Escriba `/help` para ver lo que puede preguntar.',
  stale: 'Este botón es de una versión anterior. Por favor, use el comando otra vez.',
  serverOnly: 'Esto funciona solo en un servidor que me haya añadido.',
  notAllowed: {
    moderator:
      '¡Gracias por querer ayudar! Esto es para los moderadores de esta comunidad. Si cree que algo debe cambiar, dígaselo a uno de ellos.',
    manager: 'Esto es para quienes administran este servidor. Pida a alguien de ellos que lo haga por usted.',
  },
  missingOption: option => `Por favor, llene \`${option}\` y envíe el comando otra vez.`,
  damaged: kind =>
    `Algo guardado para esta comunidad se dañó en el disco (${kind}). Se usa lo que se pudo salvar; por favor, mire si falta algo. Quienes administran este bot encuentran los detalles en su registro.`,
};

/** What the bot says when something cannot be done. */
export const errorWords: Words<typeof en> = { en, es };
