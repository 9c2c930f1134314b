import { type Language, languages, ownName } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Button, Menu } from './reply.ts';
import type { Route } from './route.ts';

/** So many languages have a button each; more do not fit beside others in a row of five. */
const mostButtons = 4;

/** How languages are offered, each under its own name: buttons to put into a row, or where the bot has many one menu, which is a row of its own. */
export interface LanguageChoice {
  readonly buttons: readonly Button[];
  readonly menu: readonly Menu[];
}

/** What is offered to a person who reads `language`. A menu's route gives the chosen code in `context.values`. */
export function languageChoice(
  offered: readonly Language[],
  language: Language,
  { to, menu, label = ownName }: ChoiceOptions,
): LanguageChoice {
  if (offered.length === 0) return { buttons: [], menu: [] };
  if (languages.length <= mostButtons) {
    return { buttons: offered.map(one => ({ label: label(one), route: to(one) })), menu: [] };
  }
  const options = offered.map(one => ({ label: ownName(one), value: one }));
  return { buttons: [], menu: [{ route: menu, placeholder: wordsOf(language).answers.languages, options }] };
}

interface ChoiceOptions {
  readonly to: (language: Language) => Route;
  readonly menu: Route;
  /** What stands on a button. */
  readonly label?: (language: Language) => string;
}
