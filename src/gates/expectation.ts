import type { query } from 'jsonpath-rfc9535';
import type { Expectation } from '../topology/gate-model.ts';
import type { Json } from '../topology/schema/dsl.ts';

export interface Answer {
  readonly status?: number;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly truncated?: boolean;
}

/** What an answer is not like; undefined when all that is expected holds. */
export interface Mismatch {
  /** For people: what was expected and what was there instead. */
  readonly reason: string;
  readonly expected: string;
  readonly seen: string;
}

/** Their values are compared and never told. */
const SECRET =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key)$|token|secret|signature|password|credential/i;

/** The first thing that is not as expected. */
export async function mismatch(expect: Expectation, answer: Answer): Promise<Mismatch | undefined> {
  return (
    statusOff(expect, answer) ?? headerOff(expect, answer) ?? bodyOff(expect, answer) ?? (await jsonOff(expect, answer))
  );
}

function statusOff({ statuses }: Expectation, { status }: Answer): Mismatch | undefined {
  if (status === undefined || statuses.length === 0) return undefined;
  const matches = (wanted: string) => wanted === String(status) || wanted === `${String(status)[0]}xx`;
  return statuses.some(matches) ? undefined : off('the status', statuses.join(' or '), String(status));
}

function headerOff({ headers: wanted }: Expectation, { headers = {} }: Answer): Mismatch | undefined {
  for (const [name, value] of Object.entries(wanted)) {
    const seen = headers[name.toLowerCase()];
    if (seen === value) continue;
    if (SECRET.test(name))
      return off(`the header ${name}`, 'the value of the configuration', seen === undefined ? 'absent' : 'another');
    return off(`the header ${name}`, clip(value), seen === undefined ? 'absent' : clip(seen));
  }
  return undefined;
}

function bodyOff({ bodyContains, bodyMatches }: Expectation, { body, truncated }: Answer): Mismatch | undefined {
  const size = `${Buffer.byteLength(body)} bytes${truncated ? ', cut off there,' : ''}`;
  if (bodyContains !== undefined && !body.includes(bodyContains))
    return off('the body', `to hold ${clip(bodyContains)}`, `${size} without it`);
  if (bodyMatches !== undefined && !new RegExp(bodyMatches, 'u').test(body))
    return off('the body', `to match ${clip(bodyMatches)}`, `${size} that do not`);
  return undefined;
}

async function jsonOff({ json, jsonMatches }: Expectation, answer: Answer): Promise<Mismatch | undefined> {
  const paths = [...Object.keys(json), ...Object.keys(jsonMatches)];
  if (paths.length === 0) return undefined;
  const document = parse(answer.body);
  if (document === undefined) {
    const size = Buffer.byteLength(answer.body);
    return off('the body', 'JSON', answer.truncated ? `more than ${size} bytes` : `${size} bytes that are none`);
  }
  const { query: select } = await import('jsonpath-rfc9535');
  for (const [path, wanted] of Object.entries(json)) {
    const found = select(document.value, path) as readonly Json[];
    const wrong = found.find((value) => !same(value, wanted));
    if (found.length === 0) return off(path, show(wanted, path), 'nothing there');
    if (wrong !== undefined) return off(path, show(wanted, path), show(wrong, path));
  }
  for (const [path, expression] of Object.entries(jsonMatches)) {
    const found = select(document.value, path) as readonly Json[];
    const pattern = new RegExp(expression, 'u');
    const wrong = found.find((value) => !pattern.test(typeof value === 'string' ? value : JSON.stringify(value)));
    if (found.length === 0) return off(path, `to match ${clip(expression)}`, 'nothing there');
    if (wrong !== undefined) return off(path, `to match ${clip(expression)}`, show(wrong, path));
  }
  return undefined;
}

function off(what: string, expected: string, seen: string): Mismatch {
  return { reason: `${what}: expected ${expected}, found ${seen}`, expected, seen };
}

function parse(body: string): { readonly value: Parameters<typeof query>[0] } | undefined {
  try {
    return { value: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

/** Equal as JSON: the order of members does not count. */
function same(a: Json, b: Json): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => same(item, b[index] ?? null))
    );
  }
  const [left, right] = [a, b] as readonly { readonly [key: string]: Json }[];
  const keys = Object.keys(left ?? {});
  return (
    keys.length === Object.keys(right ?? {}).length &&
    keys.every(
      (key) => right !== undefined && Object.hasOwn(right, key) && same(left?.[key] ?? null, right[key] ?? null),
    )
  );
}

const show = (value: Json, path: string): string =>
  SECRET.test(path) ? 'a value that is not shown' : clip(JSON.stringify(value));

const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
