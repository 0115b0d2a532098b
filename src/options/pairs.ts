import { UserError } from '../errors.ts';

/** `Key=value` pairs, and files (`file:PATH`) that hold more of them; pairs win over files, later files over earlier ones. */
export interface Pairs {
  readonly values: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/**
 * Reads `Key=value` lines. The first `=` parts key and value; the value is kept as it is. Empty lines and lines that
 * start with `#` are comments. A key given twice is a mistake.
 */
export function parsePairs(texts: readonly string[], called: string): Pairs {
  const values: Record<string, string> = {};
  const files: string[] = [];
  for (const line of texts.flatMap((text) => text.split('\n')).map((text) => text.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('file:')) {
      files.push(line.slice('file:'.length));
      continue;
    }
    const equals = line.indexOf('=');
    const key = line.slice(0, equals).trim();
    if (equals < 1 || /\s/.test(key)) {
      throw new UserError('not-a-pair', `${called} has a line that is not Key=value: ${quoted(key)}`, {
        fix: ['Write one Key=value on each line, or file:PATH.'],
      });
    }
    if (Object.hasOwn(values, key)) {
      throw new UserError('duplicate-key', `${called} gives ${key} twice`, { fix: ['Keep one of the two lines.'] });
    }
    values[key] = line.slice(equals + 1);
  }
  return { values, files };
}

/** Only a short start of the text: the line may hold a secret. */
function quoted(text: string): string {
  return text.length > 24 ? `"${text.slice(0, 24)}…"` : `"${text}"`;
}
