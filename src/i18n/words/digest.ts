import type { Words } from '../language.ts';

const en = {
  digestTitle: 'What is new',
  updatesTitle: 'Latest updates',
  more: (count: number) => `… and ${count} more: \`/updates\``,
  why: 'Why we follow it:',
  allUpdates: 'All updates',
  onlyIn: { en: 'Only in English so far', es: 'Only in Spanish so far' },
  noUpdates: 'Nothing has been approved here yet.',
};

const es: typeof en = {
  digestTitle: 'Novedades',
  updatesTitle: 'Últimas novedades',
  more: count => `… y ${count} más: \`/updates\``,
  why: 'Por qué lo seguimos:',
  allUpdates: 'Todas las novedades',
  onlyIn: { en: 'Por ahora solo en inglés', es: 'Por ahora solo en español' },
  noUpdates: 'Todavía no se ha aprobado nada aquí.',
};

/** What members read of news: posts in channels, and `/updates`. */
export const digestWords: Words<typeof en> = { en, es };
