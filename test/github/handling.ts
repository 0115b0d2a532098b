import type { Ground } from './answers.ts';
import type { Json } from './json-schema.ts';
import type { Account } from './world.ts';

/** A request that is as GitHub's description wants it, of somebody who may ask. */
export interface Call extends Ground {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly account: Account;
  /** A number that nothing has yet; later ones are larger. */
  readonly nextId: () => number;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Answer;

const DOCS = 'https://docs.github.com/rest';

export function refusal(status: number, message: string, more: Json = {}): Answer {
  return {
    status,
    body: { message, documentation_url: DOCS, ...more, ...(status !== 422 && { status: String(status) }) },
  };
}

export const notFound = refusal(404, 'Not Found');

/** 422 as GitHub words it for one field. */
export function invalid(resource: string, field: string, message: string): Answer {
  return refusal(422, 'Validation Failed', { errors: [{ resource, field, code: 'custom', message }] });
}

/** One page of a list, with the links to the others (docs.github.com, "Using pagination in the REST API"). */
export function paged<T>(all: readonly T[], { query, origin }: Call, path: string, show: (item: T) => Json): Answer {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30)));
  const page = Math.max(1, Number(query.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (number: number, relation: string) => {
    const more = new URLSearchParams(query);
    more.set('page', String(number));
    return `<${origin}${path}?${more}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    status: 200,
    body: all.slice((page - 1) * size, page * size).map(show),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}
