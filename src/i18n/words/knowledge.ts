import type { Words } from '../language.ts';

const en = {
  /** Why a text cannot be posted, by the code of `knowledge/text-safety.ts`. */
  unsafe: {
    mention: (found: string) =>
      `“${found}” would ping people or point at a channel. Write the name in plain words.`,
    invite: (found: string) =>
      `“${found}” is an invitation to a Discord server. Invitations are not allowed here.`,
    'masked-link': (shown: string, leads: string) =>
      `The link shows “${shown}” but leads to ${leads}. Show the real address, or words that are no address.`,
    'insecure-link': (found: string) => `The link “${found}” must start with https://.`,
    invisible: (found: string) => `There is a hidden character (${found}). Type that part again by hand.`,
    unclosed: (found: string) =>
      found === '>>>'
        ? '“>>>” would quote everything below it. Start each quoted line with “> ” instead.'
        : `“${found}” is opened but not closed, so it would change the lines below. Close it or remove it.`,
  },
};

const es: typeof en = {
  unsafe: {
    mention: found =>
      `“${found}” notificaría a personas o señalaría un canal. Escriba el nombre con palabras sencillas.`,
    invite: found =>
      `“${found}” es una invitación a un servidor de Discord. Aquí no se permiten invitaciones.`,
    'masked-link': (shown, leads) =>
      `El enlace muestra “${shown}” pero lleva a ${leads}. Muestre la dirección real o palabras que no sean una dirección.`,
    'insecure-link': found => `El enlace “${found}” debe empezar con https://.`,
    invisible: found => `Hay un carácter oculto (${found}). Vuelva a escribir esa parte a mano.`,
    unclosed: found =>
      found === '>>>'
        ? '“>>>” citaría todo lo que sigue. Empiece cada línea citada con “> ”.'
        : `“${found}” está abierto pero no cerrado y cambiaría las líneas que siguen. Ciérrelo o quítelo.`,
  },
};

/** Words about knowledge texts, for curators. */
export const knowledgeWords: Words<typeof en> = { en, es };
