import type { ServerResponse } from 'node:http';
import type { World } from '../world.ts';

/** Serves a file, always as a download: what people attach must not run in the page's origin. */
export function attachmentOf(world: World, url: URL, response: ServerResponse): void {
  const [, , channelId, id, filename] = url.pathname.split('/');
  const attachment = world.attachments.get(id ?? '');
  if (
    !attachment ||
    attachment.channelId !== channelId ||
    encodeURIComponent(attachment.filename) !== filename
  ) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': attachment.contentType,
    'content-disposition': `attachment; filename*=UTF-8''${filename}`,
    'content-length': attachment.bytes.length,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  });
  response.end(attachment.bytes);
}
