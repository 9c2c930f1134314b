import { type APIInteractionResponse, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { allUnmarked } from '../i18n/untranslated.ts';
import { type Rendered, render } from '../messaging/render.ts';
import { renderForm } from '../messaging/render-form.ts';
import { type Answer, isForm, type Reply } from '../messaging/reply.ts';
import type { Task } from './dispatch.ts';

/** What follows a deferral: an edit of the first answer, a message beside it, or one in its place (the first is deleted). */
export interface Later {
  readonly how: 'edit' | 'follow-up' | 'replace';
  readonly body: Rendered;
  readonly files?: readonly { readonly name: string; readonly content: string }[];
}

/** Send `response` now (within three seconds); where there is a `later`, which never rejects, send that when it comes. */
export interface Outcome {
  readonly response: APIInteractionResponse;
  readonly later?: Promise<Later>;
}

/** What is said where something broke. */
export type Excuse = (error: unknown) => Reply;

/** What to send for an answer that came in time. */
export function outcomeOf(answer: Answer, task: Task, excuse: Excuse): Outcome {
  if (isForm(answer))
    return {
      response: { type: InteractionResponseType.Modal, data: renderForm(answer, task.context.language) },
    };
  // Only the edit that follows a deferral can carry a file on both transports.
  return answer.file ? deferred(Promise.resolve(answer), task, excuse) : immediate(answer, task);
}

/** An answer now. */
export function immediate(reply: Reply, task: Task): Outcome {
  const data = render(visible(reply, task), task.context.language);
  if (reply.placement === 'update' && task.mayUpdate) {
    const { flags: _, ...message } = data;
    const flags = MessageFlags.IsComponentsV2;
    return { response: { type: InteractionResponseType.UpdateMessage, data: { ...message, flags } } };
  }
  return { response: { type: InteractionResponseType.ChannelMessageWithSource, data } };
}

/** "Thinking" now (a pressed message stays as it is), the answer when it comes; `excuse` where it does not, or cannot be shown. */
export function deferred(reply: Promise<Reply>, task: Task, excuse: Excuse): Outcome {
  const laterOf = (answer: Reply): Later => {
    const how = laterHow(answer, task);
    const message = render(visible(answer, task), task.context.language);
    // Who sees a message is settled when it is made; an edit can only say that it has Components V2.
    const body = how === 'edit' ? { ...message, flags: MessageFlags.IsComponentsV2 } : message;
    return { how, body, ...(answer.file && { files: [allUnmarked(answer.file)] }) };
  };
  const later = reply.then(laterOf).catch(error => laterOf(excuse(error)));
  if (task.onMessage) return { response: { type: InteractionResponseType.DeferredMessageUpdate }, later };
  const flags = task.context.shared ? undefined : MessageFlags.Ephemeral;
  return {
    response: {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      ...(flags && { data: { flags } }),
    },
    later,
  };
}

function laterHow(answer: Reply, task: Task): Later['how'] {
  if (task.onMessage) return answer.placement === 'update' && task.mayUpdate ? 'edit' : 'follow-up';
  // What was deferred for everyone to see cannot become private by an edit.
  return task.context.shared && answer.visibility === 'private' ? 'replace' : 'edit';
}

const visible = (reply: Reply, task: Task): Reply =>
  task.context.shared && reply.visibility === undefined ? { ...reply, visibility: 'channel' } : reply;
