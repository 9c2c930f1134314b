import { drawComposer } from './composer.ts';
import { openForm } from './dialog.ts';
import { byId, el } from './dom.ts';
import { createLog } from './log.ts';
import type { Reader } from './markdown.ts';
import type { MessageHands } from './message.ts';
import type { PlaceQuery, Result, View, ViewMessage } from './model.ts';
import { keepPlace, readPlace } from './place.ts';
import { drawSettings, foldSettings } from './settings.ts';
import { drawChannels, drawWhere } from './sidebar.ts';
import { act, type Doing, watch } from './talk.ts';
import { fill, type PageWords } from './words.ts';

let place: PlaceQuery = readPlace();
let view: View | undefined;
let stop = () => {};
let composerKey = '';
let arrivedAt = Date.now();

/** The page's words; there is nothing to press before the first view is there. */
function words(): PageWords {
  if (!view) throw new Error('nothing was shown yet');
  return view.words;
}

const reader = (): Reader => ({
  locale: place.locale,
  words: words(),
  now: () => (view?.now ?? Date.now()) + Date.now() - arrivedAt,
});

/** Says something once, aloud for a screen reader, with a button where there is something to do about it; an empty text takes it away. */
function notice(text: string, tone: 'bad' | 'calm' = 'bad', button?: HTMLElement): void {
  byId('notice').className = tone;
  byId('notice').replaceChildren(text, ...(button ? [' ', button] : []));
}

/** Does something and shows what comes of it, unless that is a message: messages arrive by themselves. */
async function perform(doing: Doing): Promise<Result> {
  notice('');
  const result = await act(place, doing).catch((): Result => ({ kind: 'refused', reason: words().lost }));
  if (result.kind === 'silence') notice(words().silence);
  if (result.kind === 'refused') notice(result.reason);
  if (result.kind === 'form') {
    const { token } = result.form;
    openForm(result.form, reader(), async filled => {
      const sent = await act(place, { do: 'submit', token, filled });
      return sent.kind === 'silence' || sent.kind === 'refused' ? words().failed : undefined;
    });
  }
  return result;
}

const handsFor = (message: ViewMessage): MessageHands => ({
  ...reader(),
  press: async (id, values) =>
    void (await perform({ do: 'press', message: message.id, id, ...(values && { values }) })),
  dismiss: () => void perform({ do: 'dismiss', message: message.id }),
  openThread: id => go({ channel: id }),
  apps: view?.messageCommands ?? [],
  useApp: name => void perform({ do: 'message-command', message: message.id, name }),
});

const drawLog = createLog(byId('log'), handsFor);

function show(next: View): void {
  view = next;
  arrivedAt = Date.now();
  document.documentElement.lang = place.locale;
  byId('skip').textContent = words().skip;
  drawSettings(byId('settings'), next, place, { words: words(), change: go, moveClock, file });
  drawChannels(byId('channels'), next, words(), channel => go({ channel }));
  drawWhere(byId('where'), next);
  drawLog(next, JSON.stringify(place), next.channel.kind === 'forum' ? words().noPosts : words().empty);
  drawBox(next);
  if (!next.connected) notice(words().away);
  else if (byId('notice').textContent === words().away) notice('');
}

/** The box is drawn anew only when what it offers changes: someone may be typing in it. */
function drawBox(next: View): void {
  const key = JSON.stringify([place, next.commands, next.canWrite, next.channels]);
  if (key === composerKey) return;
  composerKey = key;
  drawComposer(byId('composer'), next, {
    words: words(),
    say: text => void perform({ do: 'say', text }),
    command: (path, values) => void perform({ do: 'command', path, values }),
    async suggest(path, values, focused) {
      const result = await act(place, { do: 'suggest', path, values, focused }).catch(() => undefined);
      return result?.kind === 'choices' ? result.choices : [];
    },
  });
}

async function moveClock(milliseconds: number): Promise<void> {
  const then = reader().now() + milliseconds;
  const result = await perform({ do: 'clock', milliseconds });
  if (result.kind !== 'done') return;
  const format = new Intl.DateTimeFormat(place.locale, { dateStyle: 'medium', timeStyle: 'short' });
  notice(fill(words().moved, { time: format.format(then) }), 'calm');
}

/** Has a court file something, and says where that leads. */
async function file(): Promise<void> {
  const result = await perform({ do: 'file' });
  if (result.kind !== 'filed') return;
  const { what, channel } = result;
  const toModerators = () => {
    foldSettings();
    go({ user: 'moderator', channel });
    byId('log').focus();
  };
  const isThere = view?.channel.id === channel;
  notice(
    words().filed[what],
    what === 'unseen' ? 'bad' : 'calm',
    isThere
      ? undefined
      : el('button', { type: 'button', class: 'step', onclick: toModerators }, words().toModerators),
  );
}

function go(change: Partial<PlaceQuery>): void {
  place = { ...place, ...change };
  keepPlace(place);
  notice('');
  stop();
  stop = watch(place, show, away => notice(away ? (view?.words.lost ?? '') : ''));
}

// The address keeps the place: the link must not take it over.
byId('skip').addEventListener('click', event => {
  event.preventDefault();
  (byId('composer').querySelector<HTMLElement>('input, select, button') ?? byId('composer')).focus();
});
go({});
