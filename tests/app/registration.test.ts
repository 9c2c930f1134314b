import { expect, it } from 'vitest';
import { folders } from '../../src/app/folders.ts';
import { loadCommands } from '../../src/app/load-commands.ts';
import { languageRow, languages } from '../../src/i18n/languages.ts';
import { registration } from '../../src/interactions/register.ts';
import { registrationViolations } from '../support/discord-rules.ts';
import { pack } from '../support/pack.ts';

const commands = [...(await loadCommands(folders.commands, pack)).values()];
const json = registration(commands, 'global');

it('holds to Discord’s description and rules', () => {
  expect(json.flatMap(command => registrationViolations(command as never))).toEqual([]);
  expect(new Set(json.map(({ name }) => name)).size).toBe(json.length);
});

it('names everything in each locale of each language, in Spanish also that of Latin America', () => {
  const locales = languages.flatMap(language => languageRow(language).locales);
  expect(locales).toEqual(expect.arrayContaining(['en-US', 'en-GB', 'es-ES', 'es-419']));
  for (const command of json) {
    expect(Object.keys(command.name_localizations ?? {})).toEqual(locales);
  }
});

it('offers the contract’s commands, private by default and everywhere for everyone', () => {
  const names = [
    'rights',
    'trustact',
    'grants',
    'lawsuit',
    'safety',
    'timeline',
    'ask',
    'hotline',
    'about',
    'help',
  ];
  for (const name of names) {
    const command = json.find(each => each.name === name);
    expect(command, name).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(command?.default_member_permissions, name).toBeUndefined();
    const options = (command as { options?: { name: string }[] }).options?.map(option => option.name);
    expect(options?.slice(-2), name).toEqual(['share', 'language']);
  }
});

it('hides what is not for everyone', () => {
  const manageMessages = 1 << 13;
  const manageGuild = 1 << 5;
  const permissions = Object.fromEntries(json.map(each => [each.name, each.default_member_permissions]));
  expect(permissions).toMatchObject({
    curate: manageMessages,
    'Add to FAQ': manageMessages,
    settings: manageGuild,
  });
});

it('for one server leaves out what only global commands have', () => {
  for (const command of registration(commands, 'guild')) {
    expect(command).not.toHaveProperty('contexts');
    expect(command).not.toHaveProperty('integration_types');
  }
});
