import { fileURLToPath } from 'node:url';

/** Where the embedded store is, unless `DATA_DIR` says otherwise. */
export const defaultDataDir = './data';

/** The folders of the project that the bot reads. */
export const folders = {
  commands: fileURLToPath(new URL('../../commands', import.meta.url)),
  knowledge: fileURLToPath(new URL('../../knowledge', import.meta.url)),
};
