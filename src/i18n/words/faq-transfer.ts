import type { Words } from '../language.ts';

const en = {
  exported: (entries: number) =>
    `${entries} ${entries === 1 ? 'answer' : 'answers'} with all their versions.`,
  exportedMore: 'There is more than one file can hold.',
  nextFile: 'Next file',
  nothingToExport: 'This community has no answers of its own yet, so there is nothing to export.',
  keepIt: 'Keep the file safe. `/curate import` takes it back.',

  planTitle: 'This is what the file would do',
  nothingYet: 'Nothing is changed yet. Press **Apply** to do it.',
  secondMustApply: 'Another moderator must press **Apply**.',
  added: (count: number) => `Added: **${count}**`,
  changed: (count: number) => `Changed: **${count}**`,
  skipped: (count: number) => `Skipped, because they say the same already: **${count}**`,
  andMore: (count: number) => `and ${count} more`,
  apply: 'Apply',
  nothingToDo: 'Everything in this file is here already. There is nothing to do.',
  importGone: 'This file is not kept any more. Please send it again with `/curate import`.',
  appliedTitle: 'Done',
  conflicts: (count: number) =>
    `Left as they are, because someone changed them meanwhile: **${count}**. Send the file again to look at them.`,

  namesTaken:
    'Meanwhile someone gave another answer a name that this file uses. Nothing was changed. Please send the file again to see which.',

  interrupted:
    'My storage broke off in the middle, so some answers are in and some are not. Press **Apply** again in a minute: nothing is done twice.',

  refusedTitle: 'I can’t take this file',
  refusedWhole: 'Nothing was changed. Please repair the file and send it again.',
  allFaults: 'The attached list names them.',
  fetch: {
    'not-allowed': 'I only read files that were attached here in Discord.',
    'too-big': 'The file is bigger than 8 MiB.',
    unreachable: 'I could not read the file from Discord. Please send it again.',
  },
  file: {
    'too-big': 'The file is bigger than 8 MiB.',
    'not-text': 'It is not a text file (UTF-8).',
    'not-json': 'It is not a JSON file, or it was cut off.',
    'too-deep': 'It has too many brackets inside each other.',
    'too-many-values': 'It holds too many values.',
    'not-an-export': 'It does not come from `/curate export`.',
    'and-more': 'There are more problems than these. Repair them first, then send the file again.',
  },
  forbiddenKey: (key: string) => `It uses the forbidden name “${key}”.`,
  shape: (place: string, message: string) => `“${place}”: ${message}`,
  entry: (entry: string, fault: string) => `**${entry}**: ${fault}`,
  twice: 'stands in the file twice.',
  history: 'its versions are not numbered in order, or none says anything.',
  'too-many': 'With this file the community would have more than 2,000 answers.',
};

const es: typeof en = {
  exported: entries => `${entries} ${entries === 1 ? 'respuesta' : 'respuestas'} con todas sus versiones.`,
  exportedMore: 'Hay más de lo que cabe en un archivo.',
  nextFile: 'Archivo siguiente',
  nothingToExport: 'Esta comunidad todavía no tiene respuestas propias, así que no hay nada que exportar.',
  keepIt: 'Guarde bien el archivo. `/curate import` lo recupera.',

  planTitle: 'Esto haría el archivo',
  nothingYet: 'Todavía no se cambió nada. Pulse **Aplicar** para hacerlo.',
  secondMustApply: 'Otro moderador debe pulsar **Aplicar**.',
  added: count => `Se añaden: **${count}**`,
  changed: count => `Cambian: **${count}**`,
  skipped: count => `Se omiten, porque ya dicen lo mismo: **${count}**`,
  andMore: count => `y ${count} más`,
  apply: 'Aplicar',
  nothingToDo: 'Todo lo de este archivo ya está aquí. No hay nada que hacer.',
  importGone: 'Este archivo ya no está guardado. Envíelo otra vez con `/curate import`, por favor.',
  appliedTitle: 'Listo',
  conflicts: count =>
    `Quedan como están, porque alguien las cambió mientras tanto: **${count}**. Envíe el archivo otra vez para verlas.`,

  namesTaken:
    'Mientras tanto, alguien dio a otra respuesta un nombre que este archivo usa. No se cambió nada. Envíe el archivo otra vez para ver cuál.',

  interrupted:
    'El almacenamiento se cortó a la mitad: unas respuestas ya están y otras no. Pulse **Aplicar** otra vez en un minuto: nada se hace dos veces.',

  refusedTitle: 'No puedo usar este archivo',
  refusedWhole: 'No se cambió nada. Por favor, corrija el archivo y envíelo otra vez.',
  allFaults: 'La lista adjunta los nombra.',
  fetch: {
    'not-allowed': 'Solo leo archivos que se adjuntaron aquí en Discord.',
    'too-big': 'El archivo pesa más de 8 MiB.',
    unreachable: 'No pude leer el archivo desde Discord. Envíelo otra vez, por favor.',
  },
  file: {
    'too-big': 'El archivo pesa más de 8 MiB.',
    'not-text': 'No es un archivo de texto (UTF-8).',
    'not-json': 'No es un archivo JSON, o está cortado.',
    'too-deep': 'Tiene demasiados corchetes uno dentro de otro.',
    'too-many-values': 'Contiene demasiados valores.',
    'not-an-export': 'No viene de `/curate export`.',
    'and-more': 'Hay más problemas que estos. Corríjalos primero y envíe el archivo otra vez.',
  },
  forbiddenKey: key => `Usa el nombre prohibido «${key}».`,
  shape: (place, message) => `«${place}»: ${message}`,
  entry: (entry, fault) => `**${entry}**: ${fault}`,
  twice: 'está dos veces en el archivo.',
  history: 'sus versiones no están numeradas en orden, o ninguna dice nada.',
  'too-many': 'Con este archivo la comunidad tendría más de 2,000 respuestas.',
};

/** Export and import of a community's answers. */
export const transferWords: Words<typeof en> = { en, es };
