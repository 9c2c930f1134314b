import type { Context } from './contexts.ts';

/** The server's id, in commands that work only in servers: the core has refused them elsewhere. */
export function serverId({ guild }: Context): string {
  if (!guild) throw new Error('a command for servers ran outside of one');
  return guild.id;
}
