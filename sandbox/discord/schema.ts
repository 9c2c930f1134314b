import * as spec from 'discord-api-spec/zod';
import { type Fault, invalidForm } from './errors.ts';

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}
interface Schema {
  safeParse(value: unknown): { success: true } | { success: false; error: { issues: readonly Issue[] } };
}

/** The request bodies that are checked, by their name in Discord's published API description. */
export type SchemaName =
  | 'ApplicationCommandUpdateRequestSchema'
  | 'CreateForumThreadRequestSchema'
  | 'CreateTextThreadWithMessageRequestSchema'
  | 'CreateTextThreadWithoutMessageRequestSchema'
  | 'IncomingWebhookInteractionRequestSchema'
  | 'IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema'
  | 'IncomingWebhookUpdateRequestPartialSchema'
  | 'InteractionApplicationCommandAutocompleteCallbackStringDataSchema'
  | 'MessageCreateRequestSchema'
  | 'MessageEditRequestPartialSchema'
  | 'ModalInteractionCallbackRequestDataSchema';

const schemas: Record<SchemaName, Schema> = spec;

/** What is wrong with a body by Discord's published API description; nothing when it is right. */
export function faultsOf(name: SchemaName, body: unknown): Fault[] {
  const result = schemas[name].safeParse(body);
  return result.success ? [] : result.error.issues.flatMap(issue => leaves(issue, []));
}

/** Refuses a body as Discord does, with 50035 and every fault. */
export function mustFit(name: SchemaName, body: unknown, more: readonly Fault[] = []): void {
  const faults = [...faultsOf(name, body), ...more];
  if (faults.length > 0) throw invalidForm(faults);
}

/** A union that fits nowhere is told by its nearest member: the one whose `type` fits, else the one with the fewest faults. */
function leaves(issue: Issue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors && issue.errors.length > 0) {
    const ranked = issue.errors.toSorted((a, b) => misfit(a) - misfit(b));
    return (ranked[0] ?? []).flatMap(one => leaves(one, path));
  }
  return [
    {
      path: path.map(step => (typeof step === 'symbol' ? String(step) : step)),
      code: codeOf(issue),
      message: issue.message,
    },
  ];
}

const misfit = (issues: readonly Issue[]): number =>
  issues.length + (issues.some(issue => issue.path.length === 0 || issue.path.at(-1) === 'type') ? 1000 : 0);

const codeOf = (issue: Issue): string =>
  ({
    too_big: 'BASE_TYPE_BAD_LENGTH',
    too_small: 'BASE_TYPE_BAD_LENGTH',
    invalid_type: 'BASE_TYPE_REQUIRED',
  })[issue.code ?? ''] ?? 'BASE_TYPE_CHOICES';
