import type { z } from 'zod';

/** What a schema found wrong, one sentence a fault, for a person who does not program. Needs `reportInput`. */
export function explain(issue: z.core.$ZodIssue): string {
  const where = place(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(key => `\`${key}\``).join(', ');
    return `${where ? `${where} has` : 'has'} the unknown ${issue.keys.length > 1 ? 'keys' : 'key'} ${keys} (is it spelled right?)`;
  }
  const subject = where || 'the content';
  if (issue.input === undefined && issue.code !== 'custom') return `${subject} is missing`;
  return `${subject} ${complaint(issue)}`;
}

function complaint(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'string'
        ? 'must be a text'
        : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return issue.origin === 'array'
        ? `has too many items: at most ${issue.maximum}`
        : `is too long: at most ${issue.maximum} characters`;
    case 'too_small':
      if (issue.origin === 'array') return `has too few items: at least ${issue.minimum}`;
      return issue.origin === 'string'
        ? `is too short: at least ${issue.minimum} characters`
        : `must be more than ${issue.minimum}`;
    case 'invalid_value':
      return `is ${shown(issue.input)} but must be one of ${issue.values.join(', ')}`;
    case 'invalid_key':
      return `is no good name: it ${issue.issues[0]?.message ?? issue.message}`;
    case 'invalid_format':
      return `is ${shown(issue.input)} but ${issue.message}`;
    default:
      return issue.message;
  }
}

const kinds: Record<string, string> = {
  array: 'a list, such as [one, two]',
  object: 'a block of `key: value` lines',
  number: 'a number',
  int: 'a whole number',
};

function place(path: readonly PropertyKey[]): string {
  return path.map(part => (typeof part === 'number' ? `item ${part + 1}` : `\`${String(part)}\``)).join(', ');
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}
