import type { Language, Words } from '../language.ts';

/** What `/about` counts. */
interface AboutFacts {
  readonly entries: number;
  readonly developments: number;
  /** By command, the months of its oldest and its newest facts. */
  readonly spans: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly reviewed: number;
  readonly translations: number;
}

const spans = (facts: AboutFacts, line: (name: string, from: string, to: string) => string): string =>
  facts.spans.map(({ name, from, to }) => line(name, from, to)).join('\n');

const en = {
  asOf: (date: string) => `as of ${date}`,
  lastConfirmed: (date: string) => `last confirmed ${date}`,
  historical: (years: string, since: string) => `This describes ${years}. Since then: ${since}`,
  underReview: (date: string) =>
    `This matter is still open. Last confirmed ${date}; there may be newer rulings.`,
  overdue: (date: string) => `Facts from ${date}. Nobody has checked since.`,
  /** After `overdue`, which has the date already. */
  stillOpen: 'This matter is still open; there may be newer rulings.',
  newSince: (date: string, headline: string) => `**New since then (${date}):** ${headline}`,
  legal: 'General information, not legal advice.',
  unreviewed: 'No person has reviewed this translation yet.',
  community: 'Written by this community.',
  sources: 'Sources',
  moreSources: (count: number) => `and ${count} more`,
  page: (at: number, of: number) => `Page ${at} of ${of}`,
  previous: 'Previous',
  next: 'Next',
  show: 'Show in channel',
  // As the contract has it, with the plain apostrophe.
  noAnswerTitle: "I don't have that",
  noAnswer:
    'I only give answers that were written ahead of time, and none of them fits. Please ask someone who can help:',
  nearest: 'Or is it one of these?',
  chooseTitle: 'What would you like to know?',
  choose: 'Choose a subject, or type the command again and pick one as you type.',
  chooseHere: 'Choose a subject',
  hotlineTitle: 'Who to call',
  call: 'Call',
  hours: 'Hours',
  speaks: 'Languages',
  timelineTitle: 'What happened, newest first',
  timelineEmpty: 'Nothing is recorded here yet.',
  kind: { litigation: 'Courts', funding: 'Money', law: 'Law' },
  aboutTitle: 'About this bot',
  about: (facts: AboutFacts) =>
    [
      `I answer questions about the **Illinois TRUST Act**, **Chicago’s fight over federal grants** and **your rights**. I hold ${facts.entries} answers and ${facts.developments} dated developments. Each one shows the day on which its facts were last confirmed:\n${spans(facts, (name, from, to) => `- \`/${name}\`: ${from === to ? from : `from ${from} to ${to}`}`)}`,
      `**Nothing is made up when you ask.** Every answer was written ahead of time and names its sources and its date. A person has reviewed ${facts.reviewed} of ${facts.translations} translations; the others say that nobody has yet.`,
      '**Private.** Only you see my answers, unless you choose to share one. What you ask is not logged and not kept. In a server I count how often an answer is shown, never to whom.',
      '**Something wrong or old?** Press “Wrong or old?” under an answer in a server, or tell a moderator.',
      'I am not a lawyer and not part of any government.',
    ].join('\n\n'),
  operatedBy: (name: string) => `This bot is run by ${name}.`,
  operatorUnknown: 'The people who run this bot have not given their name.',
  helpTitle: 'What you can ask',
  help: [
    '- `/rights` – at your door, in a car, on the street, in jail, in court',
    '- `/trustact` – what the Illinois TRUST Act does, then and now',
    '- `/grants` – the federal money and its conditions',
    '- `/lawsuit` – who sued whom, and what happened',
    '- `/safety` – what studies and officials say',
    '- `/timeline` – what happened, by date',
    '- `/ask` – ask in your own words',
    '- `/faq`, `/updates` – what this community wrote and approved',
    '- `/hotline` – who to call · `/about` – who runs this',
    '',
    'Only you see the answer. Add `share:True` to show it to everyone, `language:` to change the language.',
  ].join('\n'),
};

const es: typeof en = {
  asOf: date => `al ${date}`,
  lastConfirmed: date => `confirmado por última vez el ${date}`,
  historical: (years, since) => `Esto describe ${years}. Desde entonces: ${since}`,
  underReview: date =>
    `Este asunto sigue abierto. Última confirmación: ${date}; puede haber fallos más nuevos.`,
  overdue: date => `Datos del ${date}. Nadie los ha revisado desde entonces.`,
  stillOpen: 'Este asunto sigue abierto; puede haber fallos más nuevos.',
  newSince: (date, headline) => `**Nuevo desde entonces (${date}):** ${headline}`,
  legal: 'Información general, no asesoría legal.',
  unreviewed: 'Ninguna persona ha revisado todavía esta traducción.',
  community: 'Escrito por esta comunidad.',
  sources: 'Fuentes',
  moreSources: count => `y ${count} más`,
  page: (at, of) => `Página ${at} de ${of}`,
  previous: 'Anterior',
  next: 'Siguiente',
  show: 'Mostrar en el canal',
  noAnswerTitle: 'No tengo eso',
  noAnswer:
    'Solo doy respuestas escritas de antemano, y ninguna corresponde. Por favor, pregunte a alguien que pueda ayudarle:',
  nearest: '¿O es una de estas?',
  chooseTitle: '¿Qué le gustaría saber?',
  choose: 'Elija un tema, o escriba el comando otra vez y elija mientras escribe.',
  chooseHere: 'Elija un tema',
  hotlineTitle: 'A quién llamar',
  call: 'Llame al',
  hours: 'Horario',
  speaks: 'Idiomas',
  timelineTitle: 'Qué ha pasado, lo más nuevo primero',
  timelineEmpty: 'Todavía no hay nada registrado aquí.',
  kind: { litigation: 'Cortes', funding: 'Dinero', law: 'Leyes' },
  aboutTitle: 'Acerca de este bot',
  about: facts =>
    [
      `Respondo preguntas sobre la **Ley TRUST de Illinois**, **la disputa de Chicago por las subvenciones federales** y **sus derechos**. Tengo ${facts.entries} respuestas y ${facts.developments} acontecimientos con fecha. Cada una muestra el día en que se confirmaron sus datos por última vez:\n${spans(facts, (name, from, to) => `- \`/${name}\`: ${from === to ? from : `de ${from} a ${to}`}`)}`,
      `**Nada se inventa cuando usted pregunta.** Cada respuesta se escribió de antemano e indica sus fuentes y su fecha. Una persona ha revisado ${facts.reviewed} de ${facts.translations} traducciones; las demás dicen que nadie las ha revisado todavía.`,
      '**Privado.** Solo usted ve mis respuestas, a menos que decida compartir una. Lo que usted pregunta no se registra ni se guarda. En un servidor cuento cuántas veces se muestra una respuesta, nunca a quién.',
      '**¿Algo está mal o es viejo?** Pulse «¿Error o dato viejo?» debajo de una respuesta en un servidor, o avise a un moderador.',
      'No soy abogado ni parte de ningún gobierno.',
    ].join('\n\n'),
  operatedBy: name => `Este bot lo administra ${name}.`,
  operatorUnknown: 'Quienes administran este bot no han dado su nombre.',
  helpTitle: 'Lo que puede preguntar',
  help: [
    '- `/rights` – en su puerta, en el carro, en la calle, en la cárcel, en la corte',
    '- `/trustact` – qué hace la Ley TRUST de Illinois, antes y ahora',
    '- `/grants` – el dinero federal y sus condiciones',
    '- `/lawsuit` – quién demandó a quién y qué pasó',
    '- `/safety` – qué dicen los estudios y los funcionarios',
    '- `/timeline` – qué ha pasado, por fecha',
    '- `/ask` – pregunte con sus propias palabras',
    '- `/faq`, `/updates` – lo que esta comunidad escribió y aprobó',
    '- `/hotline` – a quién llamar · `/about` – quién administra esto',
    '',
    'Solo usted ve la respuesta. Añada `share:True` para mostrarla a todos, `language:` para cambiar el idioma.',
  ].join('\n'),
};

/** The words around curated answers. */
export const answerWords: Words<typeof en> = { en, es };

const written = new Map<string, string>();

/** An ISO date written out: `25 July 2025`, `25 de julio de 2025`. */
export function writtenDate(isoDate: string, language: Language): string {
  const key = language + isoDate.slice(0, 10);
  const known = written.get(key);
  if (known) return known;
  const locale = language === 'en' ? 'en-GB' : language;
  const date = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  // The dates of all content fit many times; the bound is for dates that come from elsewhere.
  if (written.size > 5_000) written.clear();
  written.set(key, text);
  return text;
}

/** The month of an ISO date: `July 2025`, `julio de 2025`. */
export const writtenMonth = (isoDate: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${isoDate.slice(0, 10)}T00:00:00Z`),
  );
