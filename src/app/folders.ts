import { fileURLToPath } from 'node:url';

/** The folders of the project that the bot reads. */
export const folders = {
  commands: fileURLToPath(new URL('../../commands', import.meta.url)),
  knowledge: fileURLToPath(new URL('../../knowledge', import.meta.url)),
};
