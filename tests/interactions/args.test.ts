import { expect, it } from 'vitest';
import { argsOf } from '../../src/interactions/args.ts';

it.each(['constructor', '__proto__', 'toString'])('a value named %s is no channel and no file', name => {
  const args = argsOf({
    options: [
      { name: 'channel', type: 7, value: name },
      { name: 'file', type: 11, value: name },
    ],
    resolved: { channels: {}, attachments: {} },
  });
  expect(args.channel('channel')).toBeUndefined();
  expect(args.attachment('file')).toBeUndefined();
});
