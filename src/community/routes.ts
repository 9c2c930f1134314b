import { route } from '../messaging/route.ts';
import { id, language, oneOf, optional, pageNumber, whole } from '../messaging/route-parts.ts';

/** Buttons and forms around a community's own answers, for members. */
export const faqRoutes = {
  open: route('faq', 'open', { entry: id, language: optional(language), page: optional(pageNumber) }),
  show: route('faq', 'show', { entry: id }),
  choose: route('faq', 'choose', {}),
  report: route('faq', 'report', { entry: id }),
};

/** Buttons and forms of moderators. `version` of a draft and `revision` of an entry are those that were shown. */
export const curateRoutes = {
  see: route('curate', 'see', {
    draft: id,
    version: whole,
    kind: oneOf('own', 'card'),
    language,
    page: pageNumber,
  }),
  /** The same, in the language chosen from a menu. */
  seeIn: route('curate', 'see-in', { draft: id, version: whole, kind: oneOf('own', 'card') }),
  redo: route('curate', 'redo', { draft: id, version: whole, base: whole, language: optional(language) }),
  publish: route('curate', 'publish', { draft: id, version: whole }),
  discard: route('curate', 'discard', { draft: id }),
  here: route('curate', 'here', { draft: id, version: whole }),
  open: route('curate', 'open', { entry: id }),
  remove: route('curate', 'remove', { entry: id, revision: whole }),
  leave: route('curate', 'leave', {}),
  undo: route('curate', 'undo', { entry: id, revision: whole }),
  history: route('curate', 'history', { entry: id, page: pageNumber }),
  revision: route('curate', 'revision', { entry: id, revision: whole, page: pageNumber }),
  bring: route('curate', 'bring', { entry: id, revision: whole }),
  keep: route('curate', 'keep', { entry: id }),
  take: route('curate', 'take', { entry: id }),
  export: route('curate', 'export', { after: id }),
  apply: route('curate', 'apply', { file: id }),
  drop: route('curate', 'drop', { file: id }),
  plan: route('curate', 'plan', { file: id }),
  /** Forms. */
  new: route('curate', 'new', { language: optional(language) }),
  form: route('curate', 'form', { entry: id, base: whole, language: optional(language) }),
  draft: route('curate', 'draft', { draft: id, version: whole, base: whole, language: optional(language) }),
};
