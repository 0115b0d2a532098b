import { createHash } from 'node:crypto';
import { AwsError, type TargetSession } from '../../aws/ports.ts';
import { UserError } from '../../errors.ts';
import { mapValues } from '../../map-values.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import { type Reference, referencesIn, resolveReferences } from '../../topology/references.ts';
import type { IsActive } from '../active-targets.ts';
import { referencedInstance, referencingTexts } from './dependencies.ts';
import { isLost, type RecordedOutputs } from './recorded-outputs.ts';

/** Parameters and tags of an instance with every reference replaced. */
export interface ResolvedInputs {
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Names of parameters and tags with something of the Parameter Store in them: it may be secret. */
  readonly fromStore: { readonly parameters: readonly string[]; readonly tags: readonly string[] };
  /** Outputs of other stacks that went into them, by instance and name. */
  readonly taken: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type InstanceInputs =
  | {
      readonly kind: 'known';
      readonly fingerprint: string;
      readonly resolved: ResolvedInputs;
      /** What the plan should say of them. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'waiting'; readonly for: readonly string[] };

export interface InputPorts {
  readonly environment: Environment;
  readonly release: { readonly id: string; readonly commit?: string };
  readonly session: (instance: StackInstance) => TargetSession;
  /** Outputs of an instance as this run knows them; undefined: it has not seen the stack. */
  readonly outputs: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly isActive: IsActive;
  /** What a stack took of one that is lost now. */
  readonly recorded: RecordedOutputs;
}

/** Resolves the references of an instance against outputs, SSM parameters of its target, the release and the target itself. */
export async function resolveInputs(instance: StackInstance, ports: InputPorts): Promise<InstanceInputs> {
  const references = referencingTexts(instance).flatMap(referencesIn);
  const values = new Map<string, string | undefined>();
  const notes = new Set<string>();
  const note = (text: string): void => void notes.add(text);
  await Promise.all(
    references.map(async (reference) => values.set(keyOf(reference), await valueFor(reference, instance, ports, note))),
  );
  const waiting = new Set<string>();
  const resolve = (text: string): string => {
    const resolution = resolveReferences(text, (reference) => values.get(keyOf(reference)));
    if (resolution.kind === 'resolved') return resolution.text;
    for (const { reference, source } of resolution.missing)
      waiting.add(waitsFor(reference, instance, ports.environment) ?? source);
    return '';
  };
  const parameters = mapValues(instance.settings.parameters, ({ text }) => resolve(text));
  const tags = mapValues(instance.settings.tags, resolve);
  if (waiting.size > 0) return { kind: 'waiting', for: [...waiting] };
  const fingerprint = createHash('sha256').update(JSON.stringify({ parameters, tags })).digest('hex');
  const { settings } = instance;
  const fromStore = {
    parameters: namesFromStore(mapValues(settings.parameters, ({ text }) => text)),
    tags: namesFromStore(settings.tags),
  };
  const taken = takenOutputs(references, values, instance, ports.environment);
  return { kind: 'known', fingerprint, resolved: { parameters, tags, fromStore, taken }, notes: [...notes] };
}

function namesFromStore(texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(texts).filter((name) => referencesIn(texts[name] ?? '').some(({ kind }) => kind === 'ssm'));
}

function takenOutputs(
  references: readonly Reference[],
  values: ReadonlyMap<string, string | undefined>,
  instance: StackInstance,
  environment: Environment,
): ResolvedInputs['taken'] {
  const taken: Record<string, Record<string, string>> = {};
  for (const reference of references) {
    if (reference.kind !== 'output') continue;
    const source = referencedInstance(environment, instance, reference);
    const value = values.get(keyOf(reference));
    if (source !== undefined && value !== undefined)
      taken[source.id] = { ...taken[source.id], [reference.output]: value };
  }
  return taken;
}

async function valueFor(
  reference: Reference,
  instance: StackInstance,
  ports: InputPorts,
  note: (text: string) => void,
): Promise<string | undefined> {
  const { target } = instance;
  switch (reference.kind) {
    case 'output':
      return outputOf(reference, instance, ports, note);
    case 'ssm':
      return ssmValue(reference.name, instance, ports);
    case 'release':
      return ports.release.id;
    case 'commit':
      return ports.release.commit ?? '';
    case 'environment':
      return ports.environment.name;
    case 'application':
      return ports.environment.application;
    case 'target':
      if (reference.property === 'account') return ports.session(instance).account();
      if (reference.property === 'active') return String(await ports.isActive(target.name));
      return target[reference.property];
  }
}

async function outputOf(
  reference: Extract<Reference, { kind: 'output' }>,
  instance: StackInstance,
  ports: InputPorts,
  note: (text: string) => void,
): Promise<string | undefined> {
  const source = referencedInstance(ports.environment, instance, reference);
  if (source === undefined) return undefined;
  const { output } = reference;
  const known = ports.outputs.get(source.id);
  if (known !== undefined) return known[output];
  try {
    const stack = await ports.session(source).cloudformation.describeStack(source.stack.stackName);
    return stack?.outputs[output];
  } catch (error) {
    if (!isLost(error)) throw error;
    const recorded = (await ports.recorded(instance, source))?.[output];
    if (recorded === undefined) throw error;
    note(`${output} of ${source.id} is taken as it was recorded here: ${source.target.name} is not asked or is lost`);
    return recorded;
  }
}

async function ssmValue(name: string, instance: StackInstance, ports: InputPorts): Promise<string> {
  try {
    return await ports.session(instance).parameter(name);
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'not-found') throw error;
    throw new UserError(
      'ssm-parameter-missing',
      `${instance.id} takes the SSM parameter ${name}, which is not in ${instance.target.region}`,
      {
        fix: [`Create ${name} in ${instance.target.region}: SSM parameters belong to one region and account.`],
        cause: error,
      },
    );
  }
}

function waitsFor(reference: Reference, instance: StackInstance, environment: Environment): string | undefined {
  return reference.kind === 'output' ? referencedInstance(environment, instance, reference)?.id : undefined;
}

function keyOf(reference: Reference): string {
  return JSON.stringify(reference);
}
