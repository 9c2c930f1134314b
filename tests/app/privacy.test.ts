import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../sandbox/discord/ask.ts';
import { startDiscord } from '../../sandbox/discord/start.ts';
import { folders } from '../../src/app/folders.ts';
import { loadCommands } from '../../src/app/load-commands.ts';
import { settingsFor, spawnBot } from '../support/bot-process.ts';
import { pack } from '../support/pack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Stands in everything that the person in this test writes. */
const mark = 'zqxmarkedwordsvkj';

it('nothing that people ask reaches a log or a file, or comes back in an answer', async () => {
  const discord = await startDiscord();
  onTestFinished(discord.stop);
  const folder = temporaryFolder();
  const bot = spawnBot({ ...(await settingsFor(discord, folder)), LOG_LEVEL: 'trace' });
  await bot.printed(/"address"/);
  const manager = discord.use({ user: 'manager' });
  await manager.command('settings review', { channel: discord.channel('moderators').id });
  const member = discord.use({ user: 'member' });
  const answers: Answer[] = [];

  const commands = [...(await loadCommands(folders.commands, pack)).values()];
  const everyone = commands.filter(command => command.access === 'everyone' && command.kind === 'slash');
  expect(everyone.length).toBeGreaterThanOrEqual(12);
  for (const command of everyone) {
    const options = command.kind === 'slash' ? Object.entries(command.options ?? {}) : [];
    const free = options.filter(([, option]) => option.type === 'string' && !option.choices);
    const values = Object.fromEntries(free.map(([name]) => [name, `${mark} la migra ${mark}`]));
    answers.push(await member.command(command.name, values));
    for (const [name, option] of free) {
      if (option.suggest) await member.autocomplete(command.name, { [name]: mark });
    }
    // What no honest client sends: marked options of the wrong type, marked buttons and forms.
    answers.push(
      await member.send(2, {
        id: '1',
        name: command.name,
        type: 1,
        options: [{ name: mark, type: 3, value: mark }],
      }),
    );
    answers.push(
      await member.send(
        3,
        { custom_id: `${command.name}:${mark}:${mark}`, component_type: 2 },
        discord.messages('general')[0],
      ),
    );
    answers.push(await member.send(5, { custom_id: `${command.name}:${mark}`, components: [] }));
  }
  const answer = await member.command('rights', { situation: 'rights/silence' });
  if (answer.kind !== 'message') throw new Error('no answer');
  const form = await member.press(answer.message, 'Wrong or old?');
  expect(form.kind).toBe('form');
  answers.push(await member.submit(form, { reason: ['old'], more: mark }));
  answers.push(await member.send(2, { id: '1', name: mark, type: 1 }));

  for (const each of answers) {
    expect(JSON.stringify('message' in each ? each.message?.components : each) ?? '').not.toContain(mark);
  }
  bot.process.kill('SIGTERM');
  expect(await bot.ended).toBe(0);

  expect(bot.output()).toContain('ready');
  expect(bot.output()).not.toContain(mark);
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter(file => file.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const text = readFileSync(path.join(file.parentPath, file.name), 'utf8');
    expect(text, file.name).not.toContain(mark);
    // Nor who asked.
    expect(text, file.name).not.toContain(discord.scene({ user: 'member' }).userId);
  }
});
