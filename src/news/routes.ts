import { developmentKinds } from '../knowledge/content/entry.ts';
import { route } from '../messaging/route.ts';
import { id, language, newsKind, oneOf, optional, pageNumber } from '../messaging/route-parts.ts';

const card = { card: id };

/** Buttons, menus and forms by which moderators decide about news. */
export const newsRoutes = {
  approve: route('news', 'approve', card),
  edit: route('news', 'edit', { card: id, language: optional(language) }),
  /** The same, in the language chosen from a menu. */
  editIn: route('news', 'edit-in', card),
  merge: route('news', 'merge', card),
  into: route('news', 'into', card),
  hold: route('news', 'hold', card),
  ignore: route('news', 'ignore', card),
  reopen: route('news', 'reopen', card),
  ignoreKind: route('news', 'ignore-kind', card),
  watchKind: route('news', 'watch-kind', { kind: optional(newsKind) }),
  tag: route('news', 'tag', card),
  confirm: route('news', 'confirm', card),
  dismiss: route('news', 'dismiss', card),
  /** Only carries the mark of a delivery. */
  show: route('news', 'show', card),
  open: route('news', 'open', {}),
  queue: route('news', 'queue', { state: oneOf('waiting', 'held'), page: pageNumber }),
  /** `note`: the delivery whose message the button stands on, or `page`. */
  status: route('news', 'status', { note: optional(id), page: optional(pageNumber) }),
  /** A form. */
  write: route('news', 'write', { card: id, sends: oneOf('approve', 'keep'), language: optional(language) }),
};

/** Buttons under news that members read. */
export const updatesRoutes = {
  /** On posts in channels: whoever presses gets a message of their own. It carries the mark of a delivery. */
  all: route('updates', 'd', { delivery: id }),
  page: route('updates', 'page', { kind: oneOf(...developmentKinds, 'all'), page: pageNumber }),
};
