import type { Words } from '../language.ts';

const en = {
  title: 'This community’s FAQ',
  choose: 'Choose a subject, or type the command again and pick one as you type.',
  chooseHere: 'Choose a subject',
  empty: 'This community has no answers of its own yet. Try `/ask`, or `/help` to see what I know.',
  edited: 'Edited by this community.',
  onlyIn: { en: 'Only in English so far.', es: 'Only in Spanish so far.' },
  gone: 'This answer is not there any more. Type `/faq` to see the others.',

  report: {
    button: 'Wrong or old?',
    title: 'What should change?',
    reason: 'What is wrong with this answer?',
    reasons: {
      wrong: 'Something is wrong',
      old: 'It is out of date',
      unclear: 'I don’t understand it',
      language: 'The translation is bad',
      other: 'Something else',
    },
    more: 'Tell more, if you like',
    moreHint: 'Moderators read this, without your name. Please write nothing private about anyone.',
    thanks: 'Thank you! The moderators can read it now. They don’t see who sent it.',
    'too-soon':
      'You told the moderators about this answer a short while ago. Thank you! They will look at it.',
    'no-channel':
      'I can’t pass this on here yet: this community has no review channel. Please tell a moderator yourself.',
    forbidden: 'I can’t write to the moderators’ channel. Please tell a moderator yourself.',
    failed: 'I couldn’t reach the moderators’ channel just now. Please try again in a minute.',
    postTitle: 'Someone reported this answer',
    thread: (title: string) => `Reported: ${title}`,
    about: (title: string) => `Answer: **${title}**`,
    because: (reason: string) => `Reason: **${reason}**`,
    wrote: 'They wrote:',
    anonymous: 'I don’t keep who sent it.',
    edit: 'Edit this answer',
  },
};

const es: typeof en = {
  title: 'Preguntas frecuentes de esta comunidad',
  choose: 'Elija un tema, o escriba el comando otra vez y elija mientras escribe.',
  chooseHere: 'Elija un tema',
  empty: 'Esta comunidad todavía no tiene respuestas propias. Pruebe `/ask`, o `/help` para ver lo que sé.',
  edited: 'Editado por esta comunidad.',
  onlyIn: { en: 'Por ahora, solo en inglés.', es: 'Por ahora, solo en español.' },
  gone: 'Esta respuesta ya no está. Escriba `/faq` para ver las demás.',

  report: {
    button: '¿Error o dato viejo?',
    title: '¿Qué debe cambiar?',
    reason: '¿Qué pasa con esta respuesta?',
    reasons: {
      wrong: 'Algo no es correcto',
      old: 'Está desactualizada',
      unclear: 'No la entiendo',
      language: 'La traducción está mal',
      other: 'Otra cosa',
    },
    more: 'Cuente más, si quiere',
    moreHint: 'Lo leen los moderadores, sin su nombre. No escriba nada privado de nadie.',
    thanks: '¡Gracias! Los moderadores ya pueden leerlo. No ven quién lo envió.',
    'too-soon': 'Hace poco avisó a los moderadores sobre esta respuesta. ¡Gracias! La van a revisar.',
    'no-channel':
      'Aquí todavía no puedo pasar el aviso: esta comunidad no tiene canal de revisión. Por favor, avise usted a un moderador.',
    forbidden: 'No puedo escribir en el canal de los moderadores. Por favor, avise usted a un moderador.',
    failed: 'Ahora no pude llegar al canal de los moderadores. Inténtelo otra vez en un minuto, por favor.',
    postTitle: 'Alguien avisó sobre esta respuesta',
    thread: title => `Aviso: ${title}`,
    about: title => `Respuesta: **${title}**`,
    because: reason => `Motivo: **${reason}**`,
    wrote: 'Escribió:',
    anonymous: 'No guardo quién lo envió.',
    edit: 'Editar esta respuesta',
  },
};

/** The community's FAQ as members meet it, and their reports. */
export const faqWords: Words<typeof en> = { en, es };
