/** Discord refuses a request: an HTTP status and a JSON error code. https://discord.com/developers/docs/topics/opcodes-and-status-codes */
export class DiscordError extends Error {
  override name = 'DiscordError';
  readonly status: number;
  readonly code: number;
  readonly errors: Record<string, unknown> | undefined;

  constructor(status: number, code: number, message: string, errors?: Record<string, unknown>) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  toJSON() {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

type RateLimitScope = 'user' | 'global' | 'shared';

/** 429: too fast, with the seconds to wait. https://discord.com/developers/docs/topics/rate-limits */
export class RateLimited extends DiscordError {
  override name = 'RateLimited';
  readonly retryAfter: number;
  readonly scope: RateLimitScope;

  constructor(retryAfter: number, scope: RateLimitScope) {
    super(429, 0, 'You are being rate limited.');
    this.retryAfter = Math.max(0.001, Math.round(retryAfter * 1000) / 1000);
    this.scope = scope;
  }

  override toJSON() {
    return { ...super.toJSON(), retry_after: this.retryAfter, global: this.scope === 'global' };
  }
}

/** The refusals this stand-in knows, by Discord's names for them. */
export const refusal = {
  notFound: () => new DiscordError(404, 0, '404: Not Found'),
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  unknownChannel: () => new DiscordError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, 10004, 'Unknown Guild'),
  unknownApplication: () => new DiscordError(404, 10002, 'Unknown Application'),
  unknownMember: () => new DiscordError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new DiscordError(404, 10008, 'Unknown Message'),
  unknownWebhook: () => new DiscordError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new DiscordError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new DiscordError(404, 10063, 'Unknown application command'),
  alreadyPublished: () => new DiscordError(400, 40033, 'This message has already been crossposted.'),
  alreadyAcknowledged: () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new DiscordError(403, 50001, 'Missing Access'),
  notYourMessage: () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new DiscordError(400, 50006, 'Cannot send an empty message'),
  notATextChannel: () => new DiscordError(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: () => new DiscordError(403, 50013, 'Missing Permissions'),
  wrongChannelType: () => new DiscordError(400, 50024, 'Cannot execute action on this channel type'),
  invalidWebhookToken: () => new DiscordError(401, 50027, 'Invalid Webhook Token'),
  tooFast: (seconds: number, scope: RateLimitScope) => new RateLimited(seconds, scope),
  threadExists: () => new DiscordError(400, 160004, 'A thread has already been created for this message'),
};

/** One fault of a payload: where it stands, Discord's name for it, and what it says. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** 50035, with the faults nested by path as Discord nests them. */
export function invalidForm(faults: readonly Fault[]): DiscordError {
  const errors: Record<string, unknown> = {};
  for (const { path, code, message } of faults) {
    let at = errors;
    for (const step of path) {
      const next = (at[step] ?? {}) as Record<string, unknown>;
      at[step] = next;
      at = next;
    }
    at._errors = [...((at._errors as unknown[] | undefined) ?? []), { code, message }];
  }
  return new DiscordError(400, 50035, 'Invalid Form Body', errors);
}
