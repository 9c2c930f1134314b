import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import type { Mark } from './page/model.ts';

/** Names for the ids in mentions. */
export interface Names {
  user(id: string): string | undefined;
  role(id: string): string | undefined;
  channel(id: string): string | undefined;
}

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly [field: string]: unknown;
}
type Parse = (source: string, state: object) => Node[];
type Capture = readonly [string, ...(string | undefined)[]];

const items = (bullet: string) => {
  const nested = String.raw`(?:[ ]+(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))*`;
  return String.raw`(?:${bullet} +[^\n]+(?:\n|$)${nested})+`;
};
const list = new RegExp(`^(?:${items('[-*]')}|${items(String.raw`\d{1,9}\.`)})`);

/** Lists, which the library leaves out: lines of one block, nested by their indentation. */
const listRule = {
  order: 0.1,
  match: (source: string, state: { prevCapture?: Capture | null }) =>
    !state.prevCapture || state.prevCapture[0].endsWith('\n') ? list.exec(source) : null,
  parse: (capture: Capture, parse: Parse, state: object) =>
    listOf(capture[0].trimEnd().split('\n'), parse, state),
};

/** A number to tap, `<+18555550100>`, which the library does not know. */
const phoneRule = {
  order: 0.2,
  match: (source: string) => /^<(\+\d{8,15})>/.exec(source),
  parse: ([, number = '']: Capture) => ({ type: 'phone', content: number }),
};

function listOf(lines: readonly string[], parse: Parse, state: object): Node {
  const indent = (line: string) => line.search(/\S/);
  const base = indent(lines[0] ?? '');
  const items: Node[][] = [];
  for (let at = 0; at < lines.length; ) {
    const text = (lines[at] ?? '').trimStart().replace(/^(?:[-*]|\d+\.) +/, '');
    let end = at + 1;
    while (end < lines.length && indent(lines[end] ?? '') > base) end += 1;
    const nested = lines.slice(at + 1, end);
    items.push([
      ...parse(text, { ...state, prevCapture: null }),
      ...(nested.length > 0 ? [listOf(nested, parse, state)] : []),
    ]);
    at = end;
  }
  const start = /^\s*(\d+)\./.exec(lines[0] ?? '')?.[1];
  return { type: 'list', ordered: start !== undefined, start: Number(start ?? 1), items };
}

const parser = SimpleMarkdown.parserFor({
  ...rulesExtended,
  list: listRule,
  phone: phoneRule,
} as never) as unknown as Parse;

/** Parses text as Discord's clients do. */
export function markdown(text: string, names: Names): Mark[] {
  return marksOf(parser(text, { inline: true }), names);
}

function marksOf(nodes: readonly Node[], names: Names): Mark[] {
  const marks: Mark[] = [];
  for (const node of nodes) {
    const mark = markOf(node, names);
    const last = marks.at(-1);
    if (mark.type === 'text' && last?.type === 'text') last.text += mark.text;
    else marks.push(mark);
  }
  return marks;
}

const wrapped: Readonly<Record<string, 'strong' | 'em' | 'u' | 'del' | 'spoiler' | 'quote' | 'subtext'>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strikethrough: 'del',
  spoiler: 'spoiler',
  blockQuote: 'quote',
  subtext: 'subtext',
};

function markOf(node: Node, names: Names): Mark {
  const content = node.content;
  const children = () =>
    Array.isArray(content)
      ? marksOf(content, names)
      : [{ type: 'text' as const, text: String(content ?? '') }];
  const field = (name: string) => String(node[name] ?? '');
  const kind = wrapped[node.type];
  if (kind) return { type: kind, children: withoutLastBreak(children()) };
  switch (node.type) {
    case 'br':
    case 'newline':
      return { type: 'break' };
    case 'heading':
      return { type: 'heading', level: Number(node.level), children: children() };
    case 'list': {
      const items = (node.items as readonly (readonly Node[])[]).map(item => marksOf(item, names));
      return { type: 'list', ordered: Boolean(node.ordered), start: Number(node.start), items };
    }
    case 'inlineCode':
    case 'codeBlock':
      return { type: 'code', text: field('content'), block: node.type === 'codeBlock' };
    case 'link':
    case 'url':
    case 'autolink':
      return /^https?:\/\//.test(field('target'))
        ? { type: 'link', href: field('target'), children: children() }
        : literal(children(), field('target'));
    case 'phone':
      return { type: 'link', href: `tel:${content}`, children: children() };
    case 'timestamp':
      return { type: 'time', at: Number(node.timestamp) * 1000, style: field('format') || 'f' };
    case 'user':
      return { type: 'mention', name: `@${names.user(field('id')) ?? 'unknown-user'}`, rings: true };
    case 'role':
      return { type: 'mention', name: `@${names.role(field('id')) ?? 'unknown-role'}`, rings: true };
    case 'channel':
      return { type: 'mention', name: `#${names.channel(field('id')) ?? 'unknown'}`, rings: false };
    case 'slashCommand':
      return { type: 'mention', name: `/${field('fullName')}`, rings: false };
    case 'everyone':
    case 'here':
      return { type: 'mention', name: `@${node.type}`, rings: true };
    default:
      return { type: 'text', text: typeof content === 'string' ? content : field('name') };
  }
}

/** A masked link whose address is no web address stays what was written. */
function literal(children: readonly Mark[], target: string): Mark {
  const label = children.map(mark => (mark.type === 'text' ? mark.text : '')).join('');
  return { type: 'text', text: label === target ? label : `[${label}](${target})` };
}

function withoutLastBreak(children: readonly Mark[]): Mark[] {
  return children.at(-1)?.type === 'break' ? children.slice(0, -1) : [...children];
}
