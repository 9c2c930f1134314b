import type { Command } from '../src/interactions/command.ts';
import { hotlineAnswer } from './answers/hotline-reply.ts';

/** Who to call: lines and addresses that were checked, with their date. */
const hotline: Command = {
  kind: 'slash',
  name: 'hotline',
  access: 'everyone',
  where: 'anywhere',
  run: (_args, context) => hotlineAnswer(context),
};

export default hotline;
