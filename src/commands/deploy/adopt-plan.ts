import type { RunContext } from '../../context.ts';
import { UserError, UserErrors } from '../../errors.ts';
import type { InstancePlan } from '../../rollout/plan.ts';
import type { Preparation } from '../../stack/model.ts';
import type { StackInstance } from '../../topology/model.ts';
import { type PlanFile, readPlan, readPlanText } from './plan-file.ts';
import type { PreparedRun } from './prepare-run.ts';

/**
 * The plans of an earlier run, checked against AWS as it is now: a target whose stack or change set is no longer what
 * was shown refuses the whole deployment while nothing has changed.
 * @throws UserErrors `plan-moved`, and those of reading the file
 */
export async function adoptPlan(
  path: string,
  prepared: PreparedRun,
  context: RunContext,
): Promise<ReadonlyMap<string, InstancePlan>> {
  const file = readPlanFile(path, prepared, context);
  const phases = new Map(
    prepared.environment.phases.flatMap(({ name, instances }) => instances.map(({ id }) => [id, name] as const)),
  );
  const checks = await Promise.all(
    file.instances.map(async (planned) => {
      const instance = prepared.environment.instances.find(({ id }) => id === planned.instance);
      if (instance === undefined)
        throw new UserError('plan-of-other', `${path} plans ${planned.instance}, which is not there`);
      const { moved, done } = await compare(instance, planned, prepared);
      const preparation = done ?? planned.preparation;
      const plan: InstancePlan = {
        instance,
        phase: phases.get(instance.id) ?? '',
        inputs: planned.inputs,
        explicit: true,
        ...(preparation !== undefined && { preparation }),
      };
      return { plan, moved, done };
    }),
  );
  const moved = checks.flatMap(({ moved }) => moved ?? []);
  if (moved.length > 0)
    throw new UserErrors('plan-moved', 'targets have moved since the plan was made; nothing was executed', moved);
  for (const { plan, done } of checks) if (done === undefined) prepared.ports.adopt(plan.instance);
  return new Map(checks.map(({ plan }) => [plan.instance.id, plan]));
}

function readPlanFile(path: string, { environment, release }: PreparedRun, context: RunContext): PlanFile {
  const file = readPlan(readPlanText(path, context), path, environment);
  if (file.release !== release.id) {
    throw new UserError('plan-of-other', `${path} plans release ${file.release}, not ${release.id}`, {
      fix: ['Leave release out: the plan names its own.'],
    });
  }
  return file;
}

type Planned = PlanFile['instances'][number];

/** What became of an instance since it was planned; nothing: it is as it was. */
interface Comparison {
  /** It is not what was approved any more. */
  readonly moved?: UserError;
  /** An earlier job executed its change set, and nobody changed the stack since. */
  readonly done?: Extract<Preparation, { kind: 'no-change' }>;
}

async function compare(instance: StackInstance, planned: Planned, { ports }: PreparedRun): Promise<Comparison> {
  const refuse: Refuse = (why) => ({
    moved: new UserError('plan-moved', `${instance.id} ${why}`, { fix: ['Make a new plan, and have it approved.'] }),
  });
  if (planned.preparation === undefined || planned.preparation.kind === 'failed') return {};
  const inputs = await ports.inputs(instance);
  if (inputs.kind === 'failed') return refuse(`cannot be checked: ${inputs.preparation.reason}`);
  if (
    inputs.kind === 'waiting' ||
    planned.inputs.kind === 'waiting' ||
    inputs.fingerprint !== planned.inputs.fingerprint
  ) {
    return refuse('has other parameters or tags than when it was planned');
  }
  return compareStack(instance, planned.preparation, ports, refuse);
}

type Refuse = (why: string) => Comparison;

async function compareStack(
  instance: StackInstance,
  preparation: Preparation,
  ports: PreparedRun['ports'],
  refuse: Refuse,
): Promise<Comparison> {
  const { cloudformation } = ports.session(instance);
  if (preparation.kind === 'failed' || preparation.kind === 'unreviewed') return {};
  const before = preparation.before;
  const [stack, changeSet] = await Promise.all([
    cloudformation.describeStack(preparation.stackId),
    preparation.kind === 'change-set' ? cloudformation.describeChangeSet(preparation.changeSetId) : undefined,
  ]);
  if (changeSet?.executionStatus === 'EXECUTE_COMPLETE') return executed(instance, ports, refuse);
  // An earlier try of the same plan is at work: it is taken over, not refused.
  if (changeSet?.executionStatus.startsWith('EXECUTE_')) return {};
  if (
    before !== undefined &&
    (stack === undefined || (stack.updatedAt ?? stack.createdAt) !== before.changedAt || stack.status !== before.status)
  ) {
    return refuse(`is ${stack?.status ?? 'gone'} and was ${before.status} of ${before.changedAt} when it was planned`);
  }
  if (preparation.kind === 'change-set' && changeSet?.executionStatus !== 'AVAILABLE') {
    return refuse(`has no change set to execute any more (${changeSet?.executionStatus ?? 'it was deleted'})`);
  }
  return {};
}

/** The job of an earlier wave executed it: nothing may be left to do, or somebody changed the stack since. */
async function executed(instance: StackInstance, ports: PreparedRun['ports'], refuse: Refuse): Promise<Comparison> {
  const now = await ports.prepare(instance);
  if (now.kind === 'no-change') {
    ports.remember(instance, now.outputs);
    return { done: now };
  }
  if (now.kind === 'change-set') await ports.discard(instance, now);
  return refuse(now.kind === 'failed' ? `cannot be checked: ${now.reason}` : 'was changed since its plan was executed');
}
