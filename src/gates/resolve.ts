import type { TargetSession } from '../aws/ports.ts';
import { AwsError } from '../aws/ports.ts';
import type { Environment, Target } from '../topology/model.ts';
import { type Reference, referencesIn, resolveReferences } from '../topology/references.ts';
import type { Outputs } from './outputs.ts';

export interface ResolveOptions {
  readonly environment: Environment;
  readonly release: { readonly id: string; readonly commit?: string };
  readonly session: (target: Target) => TargetSession;
  /** State of the environment, not of its configuration; absent: every target is. */
  readonly isActive?: (target: string) => Promise<boolean>;
}

export type Resolved<T> =
  | { readonly kind: 'known'; readonly value: T }
  /** References without a value, as written; `deployed`: the stack is there and has no such output. */
  | { readonly kind: 'missing'; readonly sources: readonly string[]; readonly deployed: boolean };

/**
 * A check with the references in all its texts replaced. In regular expressions they stand for literal text.
 * @throws AwsError what CloudFormation and SSM refuse
 */
export async function resolveCheck<T extends object>(
  check: T,
  target: Target,
  outputs: Outputs,
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
  const there = await Promise.all(
    [...missing.values()].map(
      async (reference) =>
        reference.kind !== 'output' || (await outputs.of(reference.stack, reference.target, target)) !== undefined,
    ),
  );
  const deployed = there.includes(true);
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

async function valueFor(
  reference: Reference,
  target: Target,
  outputs: Outputs,
  options: ResolveOptions,
): Promise<string | undefined> {
  const { environment, release, session, isActive } = options;
  switch (reference.kind) {
    case 'output':
      return (await outputs.of(reference.stack, reference.target, target))?.[reference.output];
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
      if (reference.property === 'account') return session(target).account();
      if (reference.property === 'active') return String((await isActive?.(target.name)) ?? true);
      return target[reference.property];
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
