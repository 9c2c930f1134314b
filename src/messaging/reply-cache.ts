// Answers that many people get are made once a day and rendered once: 0.1 ms each time otherwise, which is a third of all that an answer costs
// (`npm run bench -- clever`). A changed copy of a reply is another value and is made and rendered for itself.
import type { Language } from '../i18n/languages.ts';
import type { Rendered } from './rendered.ts';
import type { Reply } from './reply.ts';

/** Variants kept of one thing, such as languages and pages. Some come from outside; made-up ones must not fill the memory. */
const mostVariants = 40;

const made = new WeakMap<object, { day: string; replies: Map<string, Reply> }>();

/** The reply that `make` gives about `subject`, the same value for the same variant all day (`YYYY-MM-DD`). */
export function replyOfDay(subject: object, day: string, variant: string, make: () => Reply): Reply {
  let today = made.get(subject);
  if (today?.day !== day) {
    today = { day, replies: new Map() };
    made.set(subject, today);
  }
  const known = today.replies.get(variant);
  if (known) return known;
  const reply = make();
  if (today.replies.size < mostVariants) today.replies.set(variant, reply);
  return reply;
}

const rendered = new WeakMap<Reply, Map<Language, Rendered>>();

/** What `make` renders of a reply, once for each language. */
export function renderedOnce(reply: Reply, language: Language, make: () => Rendered): Rendered {
  const known = rendered.get(reply)?.get(language);
  if (known) return known;
  const fresh = make();
  rendered.set(reply, (rendered.get(reply) ?? new Map()).set(language, fresh));
  return fresh;
}
