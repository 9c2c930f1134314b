import type { IncomingMessage } from 'node:http';

/** A request's JSON, and the files that came with it by their number. */
export interface Body {
  readonly json: unknown;
  readonly files: Map<string, File>;
}

/** Reads a JSON or multipart body; undefined where it is neither. */
export async function readBody(request: IncomingMessage): Promise<Body | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const files = new Map<string, File>();
  try {
    if (bytes.length === 0) return { json: undefined, files };
    if (!type.startsWith('multipart/form-data')) return { json: JSON.parse(bytes.toString()), files };
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) {
      const number = /^files\[(\d+)\]$/.exec(name)?.[1];
      if (number !== undefined && value instanceof File) files.set(number, value);
    }
    const json = form.get('payload_json');
    return { json: typeof json === 'string' ? JSON.parse(json) : {}, files };
  } catch {
    return undefined;
  }
}
