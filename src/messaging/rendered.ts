import type { APIAllowedMentions, APIMessageTopLevelComponent } from 'discord-api-types/v10';

/** A message in Components V2, as the callback, the edit and the channel routes take it. */
export interface Rendered {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions;
}
