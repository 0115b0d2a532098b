import type { TargetSession } from '../aws/ports.ts';
import { AwsError } from '../aws/ports.ts';
import type { Environment, Target } from '../topology/model.ts';
import { type Reference, referencesIn, resolveReferences } from '../topology/references.ts';
import type { GateRequest } from './model.ts';

export interface ResolveOptions {
  readonly environment: Environment;
  readonly release: { readonly id: string; readonly commit?: string };
  readonly session: (target: Target) => TargetSession;
}

export type Resolved<T> =
  | { readonly kind: 'known'; readonly value: T }
  /** References without a value, as written; `deployed`: the stack is there and has no such output. */
  | { readonly kind: 'missing'; readonly sources: readonly string[]; readonly deployed: boolean };

/**
 * A check with the references in all its texts replaced. In regular expressions they stand for literal text.
 * @throws AwsError what SSM refuses
 */
export async function resolveCheck<T extends object>(
  check: T,
  target: Target,
  outputs: GateRequest['outputs'],
  options: ResolveOptions,
): Promise<Resolved<T>> {
  const values = new Map<string, string | undefined>();
  const texts = [...textsOf(check)];
  for (const reference of texts.flatMap(referencesIn)) {
    const key = JSON.stringify(reference);
    if (!values.has(key)) values.set(key, await valueFor(reference, target, outputs, options));
  }
  const missing = new Map<string, Reference>();
  const put = (text: string, inExpression: boolean): string => {
    const resolution = resolveReferences(text, (reference) => {
      const value = values.get(JSON.stringify(reference));
      return value !== undefined && inExpression ? literal(value) : value;
    });
    if (resolution.kind === 'resolved') return resolution.text;
    for (const { reference, source } of resolution.missing) missing.set(source, reference);
    return text;
  };
  const value = mapTexts(check, put) as T;
  if (missing.size === 0) return { kind: 'known', value };
  const deployed = [...missing.values()].some(
    (reference) => reference.kind !== 'output' || outputs[sourceTarget(reference, target, options)]?.[reference.stack],
  );
  return { kind: 'missing', sources: [...missing.keys()], deployed };
}

/** Escapes what means something in a regular expression with the flag u. */
const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Texts under these keys are regular expressions. */
const EXPRESSIONS = new Set(['bodyMatches', 'jsonMatches']);

function mapTexts(value: unknown, put: (text: string, inExpression: boolean) => string, expression = false): unknown {
  if (typeof value === 'string') return put(value, expression);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, put, expression));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapTexts(item, put, expression || EXPRESSIONS.has(key))]),
  );
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsOf(item);
}

type OutputReference = Extract<Reference, { readonly kind: 'output' }>;

/** The target whose stack an output reference means: the named one, the same one, or the only one that has the stack. */
function sourceTarget(
  { stack, target: named }: OutputReference,
  target: Target,
  { environment }: ResolveOptions,
): string {
  const places = environment.instances
    .filter((instance) => instance.stack.key === stack)
    .map((instance) => instance.target.name);
  const wanted = named ?? target.name;
  return places.includes(wanted) || named !== undefined ? wanted : (places[0] ?? wanted);
}

async function valueFor(
  reference: Reference,
  target: Target,
  outputs: GateRequest['outputs'],
  options: ResolveOptions,
): Promise<string | undefined> {
  const { environment, release, session } = options;
  switch (reference.kind) {
    case 'output':
      return outputs[sourceTarget(reference, target, options)]?.[reference.stack]?.[reference.output];
    case 'ssm':
      return parameter(reference.name, session(target));
    case 'release':
      return release.id;
    case 'commit':
      return release.commit ?? '';
    case 'environment':
      return environment.name;
    case 'application':
      return environment.application;
    case 'target':
      return reference.property === 'account'
        ? session(target).account()
        : { name: target.name, region: target.region, active: 'true' }[reference.property];
  }
}

async function parameter(name: string, session: TargetSession): Promise<string | undefined> {
  try {
    return await session.parameter(name);
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
