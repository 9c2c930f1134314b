import { route } from '../../src/messaging/route.ts';
import { id, pageNumber } from '../../src/messaging/route-parts.ts';

/** Buttons of `/announcements`. */
export const announcementsRoutes = {
  confirm: route('announcements', 'confirm', { subscription: id }),
  cancel: route('announcements', 'cancel', { subscription: id }),
  list: route('announcements', 'list', { page: pageNumber }),
};
