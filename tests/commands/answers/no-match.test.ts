import { expect, it } from 'vitest';
import { folders } from '../../../src/app/folders.ts';
import { loadKnowledge } from '../../../src/knowledge/content/load.ts';
import { member, openDoor } from '../../support/door.ts';
import { command } from '../../support/interactions.ts';

const loaded = await loadKnowledge(folders.knowledge);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const door = openDoor({ knowledge: loaded.knowledge });

it.each([
  ['ask', { question: 'best deep dish pizza recipe' }],
  ['rights', { situation: 'xyzzy plugh' }],
  ['grants', { section: 'xyzzy plugh' }],
  ['faq', { entry: 'xyzzy plugh' }],
])('/%s without a match says so in the words of the contract, with someone to call', async (name, values) => {
  const english = await door.say(command(name, values, member));
  expect(english.text).toContain("I don't have that");
  expect(english.text).toContain('1-855-435-7693');
  const spanish = await door.say(command(name, { ...values, language: 'es' }, member));
  expect(spanish.text).toContain('No tengo eso');
  expect(spanish.text).toContain('1-855-435-7693');
});
