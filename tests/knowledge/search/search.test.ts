import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSearch } from '../../../src/knowledge/search/create-search.ts';
import { emptyLexicon, type Lexicon } from '../../../src/knowledge/search/lexicon.ts';
import type { Findable } from '../../../src/knowledge/search/search.ts';

const lexicon: Lexicon = {
  ...emptyLexicon,
  shorthand: { xq: 'porque', u: 'you' },
  concepts: {
    police: { en: ['police', 'cop', 'cops'], es: ['policía', 'chota'] },
    ice: { en: ['ice', 'immigration agents'], es: ['ice', 'la migra'] },
    home: { en: ['home', 'house', 'door'], es: ['casa', 'puerta'] },
  },
  outOfScope: {
    daca: { en: ['renew my daca', 'daca application'], es: ['renovar daca'] },
    weather: { en: ['weather tomorrow'], es: ['qué clima hace'] },
  },
};

function entry(id: string, en: [string, ...string[]], es: [string, ...string[]], body = ''): Findable[] {
  const text = (language: 'en' | 'es', [title, ...aliases]: [string, ...string[]]): Findable => ({
    id,
    language,
    title,
    aliases,
    body,
    topic: id.startsWith('grants') ? 'grants' : 'rights',
  });
  return [text('en', en), text('es', es)];
}

const door = entry(
  'rights/door',
  ['Do I have to open the door?', 'immigration agents at my house', 'knocking'],
  ['¿Tengo que abrir la puerta?', 'la migra en mi casa', 'tocan'],
);
const stop = entry(
  'rights/stop',
  ['Stopped by police', 'police stopped me', 'traffic stop'],
  ['Me para la policía', 'la policía me detuvo', 'parada de tráfico'],
);
const money = entry(
  'grants/money',
  ['How much money is it?', 'grant amount', 'millions of dollars'],
  ['¿Cuánto dinero es?', 'monto de la subvención', 'millones de dólares'],
);
const search = createSearch([...door, ...stop, ...money], lexicon);
const best = (question: string) => search.ask(question, 'en').hits[0]?.id;

test('a question finds its entry by title, alias, concept and stem', () => {
  expect(best('do i have to open the door')).toBe('rights/door');
  expect(best('la migra is at my house')).toBe('rights/door');
  expect(best('cop stopping me')).toBe('rights/stop');
  expect(best('me paró la chota')).toBe('rights/stop');
  expect(search.ask('police stopped me', 'en').sure).toBe(true);
});

test('misspelled words, missing accents and mixed languages are understood', () => {
  expect(best('polise stoped me')).toBe('rights/stop');
  expect(best('polcie stopped me')).toBe('rights/stop');
  expect(best('me detubo la polisia')).toBe('rights/stop');
  expect(best('ice en mi house tengo que open la puerta')).toBe('rights/door');
});

test('a subject out of scope is refused, and so is what nothing is like', () => {
  for (const question of [
    'how do i renew my daca',
    'weather tomorrow',
    'qwertz',
    'the of and',
    '',
    '😀😀',
    '移民',
  ]) {
    expect(search.ask(question, 'en').sure, question).toBe(false);
  }
});

test('confidence falls from hit to hit and stays between 0 and 1', () => {
  const { hits } = search.ask('police at my house about money', 'en');
  const confidences = hits.map(({ confidence }) => confidence);
  expect(confidences.length).toBeGreaterThan(1);
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  for (const confidence of confidences) {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test('suggestions: exact title, exact alias, title that starts so, alias that starts so, then search', () => {
  const own = createSearch(
    [
      ...entry('rights/a', ['detainer rules', 'hold', 'zz'], ['reglas', 'aa', 'bb']),
      ...entry('rights/b', ['a note on detainer law', 'cc', 'dd'], ['nota', 'cc', 'dd']),
      ...entry('rights/c', ['jail', 'detainer', 'ee'], ['cárcel', 'ff', 'gg']),
      ...entry('rights/d', ['detainer', 'hh', 'ii'], ['solicitud', 'hh', 'ii']),
      ...entry('rights/e', ['papers', 'detainers and more', 'jj'], ['papeles', 'kk', 'll']),
    ],
    emptyLexicon,
  );
  expect(own.suggest('Detainer', 'en')).toEqual(['rights/d', 'rights/c', 'rights/a', 'rights/e', 'rights/b']);
  expect(own.suggest('detai', 'en')[0]).toBe('rights/a');
});

test('suggestions keep to the topic, find unfinished words, and begin with the first entries', () => {
  expect(search.suggest('', 'en')).toEqual(['rights/door', 'rights/stop', 'grants/money']);
  expect(search.suggest('', 'en', 'grants')).toEqual(['grants/money']);
  expect(search.suggest('how much', 'en', 'rights')).toEqual([]);
  expect(search.suggest('cárc', 'es')).toEqual([]);
  expect(search.suggest('policia me', 'es')[0]).toBe('rights/stop');
  expect(search.suggest('subvenc', 'es')[0]).toBe('grants/money');
});

test('at most 25 suggestions', () => {
  const many = createSearch(
    Array.from({ length: 40 }, (_, n) =>
      entry(`rights/n${n}`, [`Police number ${n}`], [`Policía ${n}`]),
    ).flat(),
    lexicon,
  );
  expect(many.suggest('police', 'en')).toHaveLength(25);
  expect(many.suggest('', 'en')).toHaveLength(25);
});

test("a community's entries are found at once, replaced at once and gone at once", () => {
  const community = search.community([]);
  const question = 'where is the potluck on sunday';
  expect(community.ask(question, 'en')).toEqual({ sure: false, hits: [] });
  community.put(
    entry('faq-1', ['Sunday potluck: where is it?', 'potluck'], ['Convivio del domingo', 'convivio']),
  );
  expect(community.ask(question, 'en')).toMatchObject({ sure: true, hits: [{ id: 'faq-1' }] });
  expect(community.suggest('potl', 'en')).toEqual(['faq-1']);
  community.put(entry('faq-1', ['Our garden', 'garden hours'], ['Nuestro jardín', 'horario del jardín']));
  expect(community.ask(question, 'en').sure).toBe(false);
  expect(community.ask('garden hours?', 'en').sure).toBe(true);
  community.remove('faq-1');
  community.remove('faq-1');
  expect(community.ask('garden hours?', 'en').hits).toEqual([]);
  expect(community.suggest('garden', 'en')).toEqual([]);
  expect(search.ask(question, 'en').sure).toBe(false);
});

test('a community may answer what the bot itself refuses', () => {
  const community = search.community(
    entry(
      'faq-2',
      ['How do I renew my DACA?', 'daca renewal', 'renew daca'],
      ['¿Cómo renuevo DACA?', 'renovar daca'],
    ),
  );
  expect(search.ask('how do i renew my daca', 'en').sure).toBe(false);
  expect(community.ask('how do i renew my daca', 'en')).toMatchObject({
    sure: true,
    hits: [{ id: 'faq-2' }],
  });
});

test('edits leave nothing behind: the same entries give the same answers, whatever came before', () => {
  const questions = ['police stopped me', 'la migra en mi casa', 'how much money', 'potluck'];
  const change = fc.record({ id: fc.constantFrom('door', 'stop', 'money'), keep: fc.boolean() });
  const texts: Record<string, Findable[]> = { door, stop, money };
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), changes => {
      const edited = search.community([]);
      const kept = new Map<string, Findable[]>();
      for (const { id, keep } of changes) {
        const entry = texts[id] ?? [];
        kept.delete(id);
        if (keep) kept.set(id, entry);
        if (keep) edited.put(entry);
        else edited.remove(entry[0]?.id ?? '');
      }
      const fresh = search.community([...kept.values()].flat());
      for (const question of questions) {
        const ids = (each: typeof fresh) => each.ask(question, 'en').hits.map(({ id }) => id);
        expect(ids(edited)).toEqual(ids(fresh));
      }
    }),
    { numRuns: 50 },
  );
});

test('nothing that people type makes it throw', () => {
  const community = search.community(door);
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(fc.constantFrom('police', 'la', 'migra', '😀', '\u202e', '48', '`', '"', 'xq'), {
        maxLength: 60,
      })
      .map(words => words.join(' ')),
  );
  fc.assert(
    fc.property(anything, fc.constantFrom('en' as const, 'es' as const), (typed, language) => {
      for (const each of [search, community]) {
        expect(typeof each.ask(typed, language).sure).toBe('boolean');
        expect(each.suggest(typed, language).length).toBeLessThanOrEqual(25);
      }
    }),
  );
});

test('6,000 characters of anything get an answer', () => {
  for (const part of ['police ', 'x', 'é😀', 'abcdefghijklmnopqrstuvwxyz ', '\n', '٣']) {
    const typed = part.repeat(6_000).slice(0, 6_000);
    expect(search.ask(typed, 'es').hits.length).toBeLessThanOrEqual(5);
    expect(search.suggest(typed, 'es').length).toBeLessThanOrEqual(25);
  }
});
