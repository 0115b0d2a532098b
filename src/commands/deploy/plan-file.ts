import { createHash } from 'node:crypto';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { InstancePlan } from '../../rollout/plan.ts';
import type { Inputs } from '../../rollout/ports.ts';
import type { Preparation } from '../../stack/model.ts';
import type { Environment } from '../../topology/model.ts';

/** A plan to be executed by a later run. It names change sets and holds no parameter values. */
export interface PlanFile {
  readonly schema: 1;
  readonly application: string;
  readonly environment: string;
  readonly release: string;
  readonly instances: readonly {
    readonly instance: string;
    readonly stackName: string;
    readonly region: string;
    readonly inputs: Inputs;
    readonly preparation?: Preparation;
  }[];
}

const SCHEMA = 1;

/** The text of a plan file: the plan and a checksum against accidents. */
export function writePlan(plan: PlanFile): string {
  return `${JSON.stringify({ ...plan, checksum: checksum(plan) }, undefined, 2)}\n`;
}

/**
 * Reads a plan file.
 * @throws UserError `plan-damaged`, `plan-newer`, `plan-of-other`
 */
export function readPlan(text: string, file: string, environment: Environment): PlanFile {
  const plan = parse(text, file);
  if (plan.application !== environment.application || plan.environment !== environment.name) {
    throw new UserError(
      'plan-of-other',
      `${file} is a plan of ${plan.application} ${plan.environment}, not of ${environment.application} ${environment.name}`,
      {
        fix: ['Name the environment that was planned.'],
      },
    );
  }
  const planned = plan.instances
    .map(({ instance, stackName, region }) => `${instance} (${stackName} in ${region})`)
    .sort();
  const wanted = environment.instances
    .map(({ id, stack, target }) => `${id} (${stack.stackName} in ${target.region})`)
    .sort();
  if (planned.join() !== wanted.join()) {
    throw new UserError(
      'plan-of-other',
      `${file} plans ${planned.join(', ')}, and now it would be ${wanted.join(', ')}`,
      {
        fix: ['Make a new plan: the configuration, targets or without have changed since.'],
      },
    );
  }
  return plan;
}

function parse(text: string, file: string): PlanFile {
  const damaged = new UserError('plan-damaged', `${file} is not a plan, or was changed after it was made`, {
    fix: ['Make a new plan.'],
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged;
  }
  if (typeof value !== 'object' || value === null || !('schema' in value)) throw damaged;
  if (typeof value.schema === 'number' && value.schema > SCHEMA) {
    throw new UserError('plan-newer', `${file} was written by a newer version (format ${value.schema})`, {
      fix: ['Use the same version for plan and deploy.'],
    });
  }
  const { checksum: written, ...plan } = value as PlanFile & { readonly checksum?: string };
  // The checksum covers every member, so a plan that passes it has the shape that `writePlan` gave it.
  if (written !== checksum(plan)) throw damaged;
  return plan;
}

function checksum(plan: PlanFile): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

/** What the plan file keeps of each instance. */
export function plannedInstances(plans: ReadonlyMap<string, InstancePlan>): PlanFile['instances'] {
  return [...plans.values()].map(({ instance, inputs, preparation }) => ({
    instance: instance.id,
    stackName: instance.stack.stackName,
    region: instance.target.region,
    inputs,
    ...(preparation !== undefined && { preparation: withoutValues(preparation) }),
  }));
}

function withoutValues(preparation: Preparation): Preparation {
  if (preparation.kind !== 'change-set') return preparation;
  const { parameters: _values, ...kept } = preparation;
  return kept;
}

/** Text of a plan file. */
export function readPlanText(path: string, { readFile }: Pick<RunContext, 'readFile'>): string {
  const text = readFile(path);
  if (text === undefined) {
    throw new UserError('plan-missing', `${path} is not there`, { fix: ['Make it with plan --plan-file.'] });
  }
  return text;
}

/** The release that a plan file was made of. */
export function readPlanRelease(path: string, context: Pick<RunContext, 'readFile'>): string {
  return parse(readPlanText(path, context), path).release;
}
