import type { REST } from '@discordjs/rest';
import type { Discord } from '../../sandbox/discord/start.ts';
import { answer, type Wire } from './tiny-bot.ts';

const named = (name: string, es: string, text: string, textEs: string) => ({
  name,
  name_localizations: { 'es-419': es },
  description: text,
  description_localizations: { 'es-419': textEs },
});

/** One command of each kind that the page has to offer. */
export const pageCommands = [
  {
    ...named('fruit', 'fruta', 'Says what it is', 'Dice qué es'),
    options: [
      { type: 3, ...named('kind', 'tipo', 'Which fruit', 'Cuál fruta'), autocomplete: true, required: true },
      { type: 5, ...named('loud', 'fuerte', 'For everyone', 'Para todos') },
    ],
  },
  named('slow', 'lento', 'Takes its time', 'Se toma su tiempo'),
  named('mute', 'mudo', 'Says nothing', 'No dice nada'),
  named('hostile', 'hostil', 'Sends what would hurt', 'Manda lo que haría daño'),
  {
    ...named('curate', 'curar', 'For moderators', 'Para moderadores'),
    default_member_permissions: '8192',
    options: [{ type: 1, ...named('add', 'agregar', 'Adds an entry', 'Agrega una entrada') }],
  },
  { type: 3, name: 'Keep it', default_member_permissions: '8192' },
];

const form = {
  custom_id: 'form',
  title: 'An entry',
  components: [
    {
      type: 18,
      label: 'Title',
      description: 'As people ask',
      component: { type: 4, custom_id: 'title', style: 1 },
    },
    {
      type: 18,
      label: 'Text',
      component: { type: 4, custom_id: 'text', style: 2, value: 'filled in before' },
    },
    {
      type: 18,
      label: 'Reason',
      component: {
        type: 21,
        custom_id: 'why',
        options: ['old', 'wrong'].map(value => ({ label: value, value })),
      },
    },
  ],
};

const hostile = '<img src=x onerror=alert(1)> <script>alert(1)</script> [x](javascript:alert(1)) \u202e';

/** A bot with no sense but one answer of every kind, so that the page is tested without the real one. */
export async function handlePage(discord: Discord, interaction: Wire, rest: REST): Promise<unknown> {
  const { data, locale } = interaction;
  const es = String(locale).startsWith('es');
  const options = (data.options ?? []) as { name: string; value: string | boolean }[];
  const value = (name: string) => options.find(option => option.name === name)?.value;
  const privately = (body: object) => answer(rest, interaction, 4, { flags: 32768 | 64, ...body });
  const say = (content: string) => privately({ components: [{ type: 10, content }] });
  if (interaction.type === 4) {
    const all = es ? ['manzana', 'pera'] : ['apple', 'pear', 'plum'];
    const choices = all
      .filter(one => one.includes(String(value('kind'))))
      .map(one => ({ name: one, value: `id-${one}` }));
    return answer(rest, interaction, 8, { choices });
  }
  if (interaction.type === 5) return say(`Sent: ${JSON.stringify(data.components)}`);
  if (interaction.type === 3 && data.custom_id === 'language')
    return answer(rest, interaction, 7, { components: card(true, 'pera').components });
  if (interaction.type === 3) return say(`Chosen: ${JSON.stringify(data.values ?? data.custom_id)}`);
  if (data.name === 'curate' || data.type === 3) return answer(rest, interaction, 9, form);
  if (data.name === 'mute') return undefined;
  if (data.name === 'hostile') return say(hostile);
  if (data.name === 'slow') {
    await answer(rest, interaction, 5, { flags: 64 });
    await new Promise(resolve => setTimeout(resolve, 300));
    return rest.patch(`/webhooks/${discord.world.applicationId}/${interaction.token}/messages/@original`, {
      body: {
        flags: 32768,
        components: [
          { type: 10, content: 'At last' },
          { type: 13, file: { url: 'attachment://list.json' } },
        ],
      },
      files: [{ name: 'list.json', data: Buffer.from('{"list":[]}') }],
      auth: false,
    });
  }
  const shown = card(es, String(value('kind')));
  return value('loud') ? answer(rest, interaction, 4, { flags: 32768, ...shown }) : privately(shown);
}

const card = (es: boolean, kind: string) => ({
  components: [
    {
      type: 17,
      accent_color: 0x5865f2,
      components: [
        {
          type: 10,
          content: `## ${es ? 'Sobre' : 'About'} ${kind}\n- **one**\n- two\n-# quiet, <t:1700000000:D>`,
        },
        { type: 14 },
        {
          type: 1,
          components: [
            { type: 2, style: 1, label: es ? 'English' : 'Español', custom_id: 'language' },
            { type: 2, style: 2, label: 'Off', custom_id: 'off', disabled: true },
            { type: 2, style: 5, label: 'Site', url: 'https://example.org/' },
          ],
        },
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'menu',
              placeholder: 'More',
              options: ['red', 'green'].map(one => ({
                label: one,
                value: `v-${one}`,
                description: `the ${one} one`,
              })),
            },
          ],
        },
      ],
    },
  ],
});
