import { parseNumber } from './number.ts';

type Env = Readonly<Record<string, string | undefined>>;
type Json = Readonly<Record<string, unknown>>;

/** The event that started this workflow run, as the runner keeps it; empty where there is none that can be read. */
export function readEvent(env: Env, readFile: (path: string) => string | undefined): Json {
  const path = env['GITHUB_EVENT_PATH'];
  const content = path ? readFile(path) : undefined;
  if (content === undefined) return {};
  try {
    return asRecord(JSON.parse(content));
  } catch {
    return {};
  }
}

/** Number of the pull request that an event is about: of one itself, or of a comment on one. */
export function numberOfEvent(event: Json): number | undefined {
  const issue = asRecord(event['issue']);
  const number = asRecord(event['pull_request'])['number'] ?? (issue['pull_request'] ? issue['number'] : undefined);
  return typeof number === 'number' ? parseNumber(String(number)) : undefined;
}

/** Last commit of the branch of the pull request that an event is about. */
export function headOfEvent(event: Json): string | undefined {
  const sha = asRecord(asRecord(event['pull_request'])['head'])['sha'];
  return typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha) ? sha : undefined;
}

/** The members of an object; of anything else none. */
export function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
