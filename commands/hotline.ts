import { hotlineAnswer } from './answers/hotline-reply.ts';
import type { Command } from './services.ts';

/** Who to call: lines and addresses that were checked, with their date. */
const hotline: Command = {
  kind: 'slash',
  name: 'hotline',
  access: 'everyone',
  where: 'anywhere',
  run: (_args, context) => hotlineAnswer(context),
};

export default hotline;
