import { enableCompileCache } from 'node:module';

// The same help as the bot gives itself.
enableCompileCache();
const { Client, EmbedBuilder, Events, MessageFlags } = await import('discord.js');
const { report } = await import('./report.ts');

/** The usual discord.js bot: a client, a handler, a fixed embed. */
const client = new Client({ intents: [], rest: { api: process.env.API ?? '' } });
client.once(Events.ClientReady, () => report('ready'));
client.on(Events.InteractionCreate, interaction => {
  if (!interaction.isChatInputCommand()) return;
  const embed = new EmbedBuilder()
    .setTitle('At home')
    .setDescription('A fixed answer.')
    .setFooter({ text: 'as of today' });
  void interaction.reply({ embeds: [embed], flags: MessageFlags.Ephemeral });
});
await client.login('x.y.z');
