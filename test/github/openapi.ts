import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { gitHubDescription } from '../../scripts/github-openapi.ts';
import { isObject, type Json, jsonSchema } from './json-schema.ts';
import { type Operation, operations } from './operations.ts';

/** What GitHub's description says about one operation, as validators. */
export interface Described {
  /** Problems of a request; empty when it is as described. */
  checkRequest(request: Asked): readonly string[];
  /** Problems of an answer, which would be ours. */
  checkAnswer(status: number, body: unknown): readonly string[];
  /** The description's own example of a good answer: the ground that answers are made on. */
  readonly example: unknown;
}

export interface Asked {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed; undefined when there was none. */
  readonly body: unknown;
}

/** The part of GitHub's description that the tests use, cut out once (13 MB take a second to read). */
async function description(): Promise<Json> {
  const full = await gitHubDescription();
  const key = createHash('sha256').update(JSON.stringify(operations)).digest('hex').slice(0, 12);
  const file = path.join(path.dirname(full), `used-${key}.json`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as Json;
  const used = cutOut(JSON.parse(readFileSync(full, 'utf8')) as Json);
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, JSON.stringify(used));
  await rename(partial, file);
  return used;
}

/** The operations of the list with every component that they refer to. */
function cutOut(full: Json): Json {
  const components: Record<string, Record<string, unknown>> = {};
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isObject(value)) return;
    const { $ref } = value;
    if (typeof $ref === 'string') {
      const [, , kind = '', name = ''] = $ref.split('/');
      if (components[kind]?.[name] !== undefined) return;
      const target = at(full, $ref);
      components[kind] = { ...components[kind], [name]: target };
      visit(target);
      return;
    }
    for (const item of Object.values(value)) visit(item);
  };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path: route } of Object.values(operations)) {
    const operation = at(full, `#/paths/${route.replaceAll('/', '~1')}/${method}`);
    paths[route] = { ...paths[route], [method]: operation };
    visit(operation);
  }
  return { paths, components };
}

function at(document: Json, ref: string): unknown {
  let value: unknown = document;
  for (const step of ref.slice(2).split('/')) {
    value = isObject(value) ? value[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  }
  if (value === undefined) throw new Error(`GitHub's description has no ${ref}`);
  return value;
}

/** Validators of the listed operations, compiled when they are first used. */
export async function describeGitHub(): Promise<(operation: Operation) => Described> {
  const used = await description();
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
  // Written for both module systems; its types know one.
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  ajv.addFormat('timestamp', true).addFormat('repo.nwo', true).addFormat('repo-name', true);
  ajv.addSchema({
    $id: 'https://github.test/',
    components: { schemas: jsonSchema((used['components'] as Json)['schemas']) },
  });
  const resolve = (value: unknown): Json => {
    const given = value as Json;
    return typeof given['$ref'] === 'string' ? resolve(at(used, given['$ref'])) : given;
  };
  const compile = (schema: unknown): ValidateFunction => ajv.compile(jsonSchema(schema) as Json);
  const made = new Map<Operation, Described>();
  return (operation) => {
    const known =
      made.get(operation) ??
      describe(
        at(used, `#/paths/${operation.path.replaceAll('/', '~1')}/${operation.method}`) as Json,
        resolve,
        compile,
      );
    made.set(operation, known);
    return known;
  };
}

function describe(
  operation: Json,
  resolve: (value: unknown) => Json,
  compile: (schema: unknown) => ValidateFunction,
): Described {
  const parameters = ((operation['parameters'] ?? []) as unknown[]).map((parameter) => {
    const { name, in: place, required, schema } = resolve(parameter);
    return { name: String(name), place, required: required === true, schema: resolve(schema), check: compile(schema) };
  });
  const body = bodyOf(operation, resolve, compile);
  const answers = new Map(
    Object.entries(operation['responses'] as Json).map(
      ([status, response]) => [status, jsonOf(resolve(response))] as const,
    ),
  );
  const good = [...answers].find(([status, content]) => status.startsWith('2') && content !== undefined)?.[1];
  const checks = new Map<string, ValidateFunction>();
  return {
    checkRequest: ({ path: inPath, query, body: given }) => {
      const problems: string[] = [];
      const known = new Set<string>();
      for (const { name, place, required, schema, check } of parameters) {
        if (place === 'query') known.add(name);
        const text = place === 'path' ? inPath[name] : place === 'query' ? (query.get(name) ?? undefined) : undefined;
        if (text === undefined) {
          if (required) problems.push(`${place} parameter ${name} is missing`);
        } else if (!check(typed(text, schema))) problems.push(...said(`${place} parameter ${name}`, check));
      }
      for (const name of query.keys()) if (!known.has(name)) problems.push(`query parameter ${name} is not described`);
      return [...problems, ...body(given)];
    },
    checkAnswer: (status, given) => {
      if (!answers.has(String(status))) return [`status ${status} is not described`];
      const content = answers.get(String(status));
      if (content === undefined) return given === undefined ? [] : [`an answer with status ${status} has no body`];
      const check = checks.get(String(status)) ?? compile(content['schema']);
      checks.set(String(status), check);
      return check(given) ? [] : said(`answer ${status}`, check);
    },
    example: good && exampleOf(good, resolve),
  };
}

/** A body must be there when it is required, and have no property that is not described: GitHub would drop it in silence. */
function bodyOf(operation: Json, resolve: (value: unknown) => Json, compile: (schema: unknown) => ValidateFunction) {
  const described = operation['requestBody'] === undefined ? undefined : resolve(operation['requestBody']);
  const schema = described && jsonOf(described)?.['schema'];
  if (described === undefined || schema === undefined) {
    return (given: unknown) => (given === undefined ? [] : ['a body is not described']);
  }
  const check = compile(schema);
  const names = new Set(Object.keys((resolve(schema)['properties'] ?? {}) as Json));
  return (given: unknown): readonly string[] => {
    if (given === undefined) return described['required'] === true ? ['the body is missing'] : [];
    const unknown = isObject(given) ? Object.keys(given).filter((name) => !names.has(name)) : [];
    return [
      ...unknown.map((name) => `body property ${name} is not described`),
      ...(check(given) ? [] : said('body', check)),
    ];
  };
}

function jsonOf(described: Json): Json | undefined {
  return (described['content'] as Record<string, Json> | undefined)?.['application/json'];
}

function exampleOf(content: Json, resolve: (value: unknown) => Json): unknown {
  const [first] = Object.values((content['examples'] ?? {}) as Json);
  return first === undefined ? undefined : resolve(first)['value'];
}

/** Parameters are text on the wire. */
function typed(text: string, schema: Json): unknown {
  if (schema['type'] === 'integer' || schema['type'] === 'number')
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (schema['type'] === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function said(what: string, { errors }: ValidateFunction): readonly string[] {
  return (errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${what}${instancePath} ${message}`);
}
