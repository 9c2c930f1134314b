import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** The YAML lines of a front matter by key; `undefined` leaves one out. */
export type Front = Record<string, string | undefined>;

/** The text of an entry file that has no fault, with some front matter changed. */
export function entryText(front: Front = {}, body = 'You may stay silent.'): string {
  return fileText(
    {
      title: 'Stay silent',
      aliases: '[silence, be quiet, say nothing]',
      sources: '[act, article#p2]',
      asOf: '2025-01-22',
      reviewBy: '2025-12-31',
      status: 'current',
      translation: 'original',
      related: '[]',
      ...front,
    },
    body,
  );
}

/** The Spanish counterpart of {@link entryText}. */
export function spanishText(front: Front = {}, body = 'Puede guardar silencio.'): string {
  return entryText(
    {
      title: 'Guardar silencio',
      aliases: '[silencio, callarse, no decir nada]',
      translation: 'unreviewed',
      ...front,
    },
    body,
  );
}

/** The text of a development file that has no fault, with some front matter changed. */
export function developmentText(front: Front = {}, body = 'A judge ruled.'): string {
  return fileText(
    {
      title: 'A ruling',
      date: '2025-07-25',
      kind: 'litigation',
      sources: '[act]',
      asOf: '2025-07-26',
      translation: 'original',
      entries: '[rights/silence]',
      ...front,
    },
    body,
  );
}

function fileText(front: Front, body: string): string {
  const lines = Object.entries(front).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

const sources = `
act:
  label: { en: The Act, es: La Ley }
  publisher: State of Illinois
  date: 2017-08-28
  kind: primary
  url: https://example.org/act
article:
  label: { en: An article, es: Un artículo }
  publisher: A publisher
  date: 2017
  kind: advocacy
  paragraphs: 12
`;

const packText = `
about: { en: the Act, es: la Ley }
timezone: America/Chicago
topics:
${['rights', 'trustact', 'grants', 'lawsuit', 'safety', 'background', 'outlook'].map(id => `  - id: ${id}`).join('\n')}
`;

const hotlines = `
- id: help
  name: { en: Help line, es: Línea de ayuda }
  purpose: { en: Legal help, es: Ayuda legal }
  phone: 1-855-555-0100
  first: true
  sources: [act]
  asOf: 2025-01-22
`;

/** A temporary content folder without faults, changed by `files` (null removes one); gone when the test ends. */
export function contentFolder(files: Record<string, string | null> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'knowledge-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const all: Record<string, string | null> = {
    'README.md': 'How to write one.',
    'pack.yaml': packText,
    'sources.yaml': sources,
    'hotlines.yaml': hotlines,
    'glossary.yaml': 'concepts: { police: { en: [cop], es: [poli] } }',
    'out-of-scope.yaml': 'daca: { en: [renew daca], es: [renovar daca] }',
    'rights/silence.en.md': entryText(),
    'rights/silence.es.md': spanishText(),
    'developments/2025-07-25-ruling.en.md': developmentText(),
    'developments/2025-07-25-ruling.es.md': developmentText({ title: 'Un fallo' }, 'Un juez falló.'),
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    if (text === null) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}
