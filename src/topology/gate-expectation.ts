import type { Context } from './context.ts';
import type { Expectation } from './gate-model.ts';
import { parseReferences } from './references.ts';
import type { ConfigExpect } from './schema/gates.ts';

type Path = readonly (string | number)[];

/** What an answer must be like; regular expressions and paths that cannot be read are findings at their line. */
export async function readExpectation(
  config: ConfigExpect,
  path: Path,
  statuses: readonly string[],
  context: Context,
): Promise<Expectation> {
  const { status, headers = {}, json = {} } = config;
  const jsonMatches = config['json-matches'] ?? {};
  const bodyContains = config['body-contains'];
  const bodyMatches = config['body-matches'];
  if (bodyMatches !== undefined) checkExpression(bodyMatches, [...path, 'body-matches'], context);
  for (const [key, expression] of Object.entries(jsonMatches))
    checkExpression(expression, [...path, 'json-matches', key], context);
  for (const [field, record] of Object.entries({ json, 'json-matches': jsonMatches }))
    for (const key of Object.keys(record)) await checkPath(key, [...path, field, key], context);
  return {
    statuses: status === undefined ? statuses : typeof status === 'string' ? [status] : status,
    headers,
    json: byPath(json),
    jsonMatches: byPath(jsonMatches),
    ...(bodyContains !== undefined && { bodyContains }),
    ...(bodyMatches !== undefined && { bodyMatches }),
  };
}

/** `checks.database` is `$['checks']['database']`; what begins with `$` is a JSONPath already. */
function toJsonPath(text: string): string {
  if (text.startsWith('$')) return text;
  return `$${text
    .split('.')
    .map((name) => `['${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`)
    .join('')}`;
}

function byPath<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([path, value]) => [toJsonPath(path), value]));
}

async function checkPath(text: string, path: Path, context: Context): Promise<void> {
  const { query } = await import('jsonpath-rfc9535');
  try {
    query(null, toJsonPath(text));
  } catch (error) {
    const message = `"${text}" is no JSONPath: ${error instanceof Error ? error.message : String(error)}`;
    const fix = 'Write names joined by dots, or a JSONPath of RFC 9535 that begins with $.';
    context.findings.add('gate-path', message, context.at(...path), fix);
  }
}

/** References stand for literal text in a regular expression, so any text will do in their place. */
function checkExpression(text: string, path: Path, context: Context): void {
  const source = parseReferences(text)
    .parts.map((part) => (part.kind === 'text' ? part.text : 'x'))
    .join('');
  try {
    new RegExp(source, 'u');
  } catch (error) {
    const message = `the regular expression does not compile: ${error instanceof Error ? error.message : String(error)}`;
    context.findings.add(
      'gate-expression',
      message,
      context.at(...path),
      'Write it as JavaScript takes it with the flag u.',
    );
  }
}
