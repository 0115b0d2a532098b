import type { RunContext } from '../../context.ts';
import type { InstanceResult } from '../../report/run-result.ts';
import { isGood } from '../../rollout/state.ts';
import type { FailoverSettings } from '../../topology/failover-model.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import { type Reference, referencesIn, resolveReferences } from '../../topology/references.ts';
import { referencedInstance } from '../deploy/dependencies.ts';
import { referenceValue } from '../record-content.ts';

/** A text with its references replaced, as those of a target where one is given; undefined: something is not known. */
export type Resolve = (text: string, target?: string) => string | undefined;

type Outputs = Readonly<Record<string, string>>;

/**
 * Looks up everything that the failover settings refer to: outputs that this deployment told, else those of the stacks
 * as they are, each stack asked once. What cannot be read is not known.
 */
export async function planValues(
  whole: Environment,
  settings: FailoverSettings,
  results: readonly InstanceResult[],
  { aws }: Pick<RunContext, 'aws'>,
): Promise<Resolve> {
  const outputs = new Map<string, Promise<Outputs>>();
  const outputsOf = (instance: StackInstance): Promise<Outputs> => {
    const known = outputs.get(instance.id) ?? readOutputs(instance, results, aws);
    outputs.set(instance.id, known);
    return known;
  };
  const valueIn = async (reference: Reference, from: StackInstance): Promise<string | undefined> => {
    if (reference.kind !== 'output') return referenceValue(reference, from, whole, aws);
    const source = referencedInstance(whole, from, reference);
    return source && (await outputsOf(source))[reference.output];
  };
  const values = new Map<string, string | undefined>();
  await Promise.all(
    textsOf(whole, settings).flatMap(({ text, from, target }) =>
      referencesIn(text).map(async (reference) => {
        const value = await valueIn(reference, from).catch(() => undefined);
        values.set(keyOf(reference, target), value);
      }),
    ),
  );
  return (text, target) => {
    const resolution = resolveReferences(text, (reference) => values.get(keyOf(reference, target)));
    return resolution.kind === 'resolved' ? resolution.text : undefined;
  };
}

function keyOf(reference: Reference, target: string | undefined): string {
  return JSON.stringify([target ?? '', reference]);
}

interface Referring {
  readonly text: string;
  /** Whose references they are. */
  readonly from: StackInstance;
  /** Absent: of no single target. */
  readonly target?: string;
}

function textsOf(
  { instances, targets }: Pick<Environment, 'instances' | 'targets'>,
  { probe, mechanism, replication, endpoint, backlog }: FailoverSettings,
): readonly Referring[] {
  const buckets = mechanism.kind === 'stop-switch' ? Object.values(mechanism.signals).map(({ bucket }) => bucket) : [];
  const [from] = instances;
  if (from === undefined) return [];
  const { heartbeat, tables = [] } = replication ?? {};
  const texts = [probe?.url, heartbeat, ...tables, ...buckets].filter((text) => text !== undefined);
  const common = texts.map((text) => ({ text, from }));
  const ofEach = [...(endpoint === undefined ? [] : [endpoint]), ...(backlog?.queues ?? [])];
  const own = targets.flatMap(({ name }) => {
    const first = instances.find(({ target }) => target.name === name);
    return first === undefined ? [] : ofEach.map((text) => ({ text, from: first, target: name }));
  });
  return [...common, ...own];
}

async function readOutputs(
  { id, target, stack }: StackInstance,
  results: readonly InstanceResult[],
  aws: RunContext['aws'],
): Promise<Outputs> {
  const told = results.find(({ instance, state }) => instance === id && isGood(state));
  if (told !== undefined && Object.keys(told.outputs).length > 0) return told.outputs;
  return (await aws.session(target).cloudformation.describeStack(stack.stackName))?.outputs ?? {};
}
