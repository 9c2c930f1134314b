import type { Change } from './change.ts';
import { command } from './command.ts';
import { entryChange } from './entry.ts';
import { entryField } from './entry-field.ts';
import { language } from './language.ts';
import { postKind } from './post-kind.ts';
import { source } from './source.ts';
import { store } from './store.ts';
import { word } from './word.ts';

/** Every common change, in the order of CONTRIBUTING.md. */
export const changes: readonly Change[] = [
  entryChange,
  word,
  language,
  command,
  source,
  store,
  entryField,
  postKind,
];
