import { addForm } from './curate/entry-actions.ts';
import type { Command } from './services.ts';

/** On a message, "Add to FAQ": the form of a new answer with the message's text filled in, in the server's language. */
const addToFaq: Command = {
  kind: 'message',
  name: 'add-to-faq',
  access: 'moderator',
  where: 'server',
  opensForm: true,
  run(target, context) {
    const language = context.guild?.language ?? context.language;
    return addForm({ title: '', answers: { [language]: target.text }, aliases: [] }, context);
  },
};

export default addToFaq;
