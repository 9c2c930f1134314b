import { route } from '../../src/messaging/route.ts';
import { id, language, optional, pageNumber } from '../../src/messaging/route-parts.ts';

/** Buttons and menus that lead to entries of the knowledge base, by the command that answers them. */
export const entryRoutes = (command: string) => ({
  open: route(command, 'open', { entry: id, language: optional(language), page: optional(pageNumber) }),
  show: route(command, 'show', { entry: id }),
  choose: route(command, 'choose', {}),
});

/** Buttons that lead to whom to call, and to where that comes from. */
export const hotlineRoutes = {
  open: route('hotline', 'open', { language, page: optional(pageNumber) }),
  sources: route('hotline', 'sources', { language, page: optional(pageNumber) }),
};
