import { route } from '../../src/messaging/route.ts';
import { id, language, optional, pageNumber } from '../../src/messaging/route-parts.ts';

/** Buttons and menus that lead to entries of the knowledge base, by the command that answers them. */
export const entryRoutes = (command: string) => ({
  open: route(command, 'open', { entry: id, language: optional(language), page: optional(pageNumber) }),
  show: route(command, 'show', { entry: id }),
  choose: route(command, 'choose', {}),
});
