import type { PageWords } from './words.ts';

/** What the sandbox's server and its page say to each other. Types only: both sides read this file. */

/** A piece of parsed Discord Markdown. Text is text: the page never makes HTML of it. */
export type Mark =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'em' | 'u' | 'del' | 'spoiler' | 'quote' | 'subtext'; children: Mark[] }
  | { type: 'heading'; level: number; children: Mark[] }
  | { type: 'list'; ordered: boolean; start: number; items: Mark[][] }
  | { type: 'code'; text: string; block: boolean }
  | { type: 'link'; href: string; children: Mark[] }
  | { type: 'time'; at: number; style: string }
  | { type: 'mention'; name: string; rings: boolean };

/** A choice of a menu. */
export interface ViewOption {
  label: string;
  value: string;
  description?: string;
  chosen: boolean;
}

/** A component of a message or a form, made ready to be drawn. */
export type ViewComponent =
  | { type: 'row'; children: ViewComponent[] }
  | { type: 'container'; color?: string; spoiler: boolean; children: ViewComponent[] }
  | { type: 'section'; children: ViewComponent[]; accessory?: ViewComponent }
  | { type: 'text'; marks: Mark[] }
  | { type: 'separator'; line: boolean; large: boolean }
  | { type: 'button'; id: string; label: string; style: string; href?: string; disabled: boolean }
  | {
      type: 'menu';
      id: string;
      placeholder: string;
      min: number;
      max: number;
      disabled: boolean;
      options: ViewOption[];
    }
  | { type: 'file'; name: string; href: string; size: number }
  | { type: 'unknown'; kind: number };

/** A field of a form. */
export type ViewField =
  | {
      type: 'text';
      id: string;
      label: string;
      hint: string;
      long: boolean;
      value: string;
      placeholder: string;
      min: number;
      max: number;
      required: boolean;
    }
  | {
      type: 'choice';
      id: string;
      label: string;
      hint: string;
      placeholder: string;
      radio: boolean;
      min: number;
      max: number;
      required: boolean;
      options: ViewOption[];
    }
  | { type: 'note'; marks: Mark[] }
  | { type: 'unknown'; kind: number };

/** A form, made ready to be drawn. */
export interface ViewForm {
  /** To be sent back with what was filled in. */
  token: string;
  title: string;
  fields: ViewField[];
}

/** A message as one person sees it; `at` in milliseconds since 1970. */
export interface ViewMessage {
  id: string;
  author: string;
  bot: boolean;
  at: number;
  edited: boolean;
  /** Only the viewer sees it. */
  private: boolean;
  thinking: boolean;
  published: boolean;
  /** The viewer was rung by it. */
  rings: boolean;
  /** Who used which command, above an answer. */
  used?: { by: string; command: string };
  marks: Mark[];
  components: ViewComponent[];
  files: { name: string; href: string; size: number }[];
  thread?: { id: string; name: string };
}

/** An option of a slash command in the viewer's language. */
export interface ViewCommandOption {
  name: string;
  label: string;
  description: string;
  type: 'text' | 'integer' | 'boolean' | 'channel' | 'role' | 'file' | 'user';
  required: boolean;
  suggests: boolean;
  choices: { name: string; value: string | number }[];
  /** The kinds of channel that fit; all where absent. */
  channels?: ViewChannel['kind'][];
}

/** A slash command, or a subcommand of one, that the viewer is offered. */
export interface ViewCommand {
  /** `curate add`: what is sent back. */
  path: string;
  /** The same in the viewer's language. */
  label: string;
  description: string;
  options: ViewCommandOption[];
}

/** A channel in the list at the side. */
export interface ViewChannel {
  id: string;
  name: string;
  kind: 'text' | 'announcement' | 'forum' | 'thread' | 'direct';
  private: boolean;
  /** The forum or text channel of a thread. */
  parent?: string;
}

/** Everything the page shows to one person at one place. */
export interface View {
  server: string;
  people: { key: string; name: string; role: string }[];
  roles: { id: string; name: string }[];
  channels: ViewChannel[];
  channel: ViewChannel;
  canWrite: boolean;
  commands: ViewCommand[];
  messageCommands: { name: string; label: string }[];
  messages: ViewMessage[];
  /** What the bot takes for the time, in milliseconds since 1970. */
  now: number;
  connected: boolean;
  /** A court can be made to file something. */
  hasCourt: boolean;
  /** The page's own words in the viewer's language; some of them may be in English. */
  words: PageWords;
  someEnglish: boolean;
  /** Discord's locales, those that the bot speaks first. */
  locales: readonly string[];
}

/** Who looks, where, in which language; `server` is the server's language. */
export interface PlaceQuery {
  user: string;
  channel: string;
  locale: string;
  server: string;
}

/** What the server answers to something a person did. */
export type Result =
  | { kind: 'done' }
  | { kind: 'form'; form: ViewForm }
  | { kind: 'choices'; choices: { name: string; value: string | number }[] }
  /** A court filed something (`unseen`: and the bot did not look), for the moderators of a channel. */
  | { kind: 'filed'; what: 'order' | 'appeal' | 'minute' | 'edited' | 'unseen'; channel: string }
  | { kind: 'silence' }
  | { kind: 'refused'; reason: string };
