import { z } from 'zod';

/** A body as JSON of the given shape, or the first thing that is wrong with it. */
export function readJson<T>(body: string, schema: z.ZodType<T>): { value: T } | { reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(body.replace(/^\ufeff/, ''));
  } catch {
    return { reason: 'it is not JSON' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  return { reason: `${issue?.path.join('.') || 'the body'}: ${issue?.message}`.slice(0, 200) };
}

/** Text, or a number that stands where text is usual. */
export const textOrNumber = z.union([z.string(), z.number().transform(String)]);
