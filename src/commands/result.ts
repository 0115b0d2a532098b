import type { RunContext } from '../context.ts';
import { exitCodes } from '../report/exit-codes.ts';
import type { Plan } from '../report/plan-report.ts';
import type { InstanceResult, RunResult } from '../report/run-result.ts';
import type { OpenRollout } from '../rollout/open-rollout.ts';
import { isFailure, isGood, worstState } from '../rollout/state.ts';
import type { Environment } from '../topology/model.ts';
import { rolloutReport } from './rollout-report.ts';

export interface ResultDetails {
  readonly command: string;
  readonly startedAt: number;
  readonly instances: readonly InstanceResult[];
  readonly release?: { readonly id: string; readonly commit?: string };
  readonly plan?: Plan;
  readonly planned?: boolean;
  readonly stacks?: RunResult['stacks'];
  readonly weights?: RunResult['weights'];
  readonly failover?: RunResult['failover'];
  readonly readiness?: RunResult['readiness'];
  readonly drill?: RunResult['drill'];
  readonly activity?: RunResult['activity'];
  readonly previews?: RunResult['previews'];
  /** As it is kept at the end. */
  readonly rollout?: OpenRollout;
  readonly notes?: readonly string[];
  readonly gates?: RunResult['gates'];
  /** The rollout failed as a whole, whatever its stacks say. */
  readonly failure?: string;
  /** These override what follows from the states. */
  readonly status?: RunResult['status'];
  readonly exitCode?: number;
}

/** The one result document of a run, from what its instances came to. */
export function runResult(
  environment: Pick<Environment, 'application' | 'name'>,
  details: ResultDetails,
  context: RunContext,
): RunResult {
  const { instances } = details;
  const status =
    details.status ?? (details.planned ? plannedStatus(instances) : executedStatus(instances, details.failure));
  return {
    schema: 1,
    command: details.command,
    application: environment.application,
    environment: environment.name,
    status,
    ...(details.release !== undefined && { release: details.release }),
    startedAt: new Date(details.startedAt).toISOString(),
    endedAt: new Date(context.clock.now()).toISOString(),
    instances,
    ...(details.plan !== undefined && { plan: details.plan }),
    ...(details.stacks !== undefined && { stacks: details.stacks }),
    ...(details.previews !== undefined && { previews: details.previews }),
    ...(details.gates !== undefined && details.gates.length > 0 && { gates: details.gates }),
    ...(details.failure !== undefined && { failure: details.failure }),
    ...(details.rollout !== undefined && { rollout: rolloutReport(details.rollout) }),
    ...(details.weights !== undefined && { weights: details.weights }),
    ...(details.failover !== undefined && { failover: details.failover }),
    ...(details.readiness !== undefined && { readiness: details.readiness }),
    ...(details.drill !== undefined && { drill: details.drill }),
    ...(details.activity !== undefined && { activity: details.activity }),
    targets: targetsOf(instances),
    calls: context.aws.ledger.counts(),
    notes: details.notes ?? [],
    exitCode: details.exitCode ?? codes[status],
  };
}

const codes: Readonly<Record<RunResult['status'], number>> = {
  succeeded: exitCodes.ok,
  'no-change': exitCodes.ok,
  planned: exitCodes.ok,
  paused: exitCodes.ok,
  failed: exitCodes.failed,
  inconclusive: exitCodes.inconclusive,
  cancelled: exitCodes.cancelled,
};

function executedStatus(instances: readonly InstanceResult[], failure: string | undefined): RunResult['status'] {
  if (failure !== undefined) return 'failed';
  if (instances.some(({ state }) => isFailure(state))) return 'failed';
  if (instances.some(({ state }) => state === 'cancelled')) return 'cancelled';
  if (instances.some(({ state }) => !isGood(state))) return 'failed';
  return instances.every(({ state }) => state === 'no-change') ? 'no-change' : 'succeeded';
}

function plannedStatus(instances: readonly InstanceResult[]): RunResult['status'] {
  if (instances.some(({ state }) => isFailure(state))) return 'failed';
  return instances.some(({ state }) => state === 'cancelled') ? 'cancelled' : 'planned';
}

function targetsOf(instances: readonly InstanceResult[]): RunResult['targets'] {
  const names = [...new Set(instances.map(({ target }) => target))];
  return Object.fromEntries(
    names.map((name) => {
      const own = instances.filter(({ target }) => target === name);
      const outputs = Object.fromEntries(own.map(({ stack, outputs }) => [stack, outputs]));
      return [name, { state: worstState(own.map(({ state }) => state)), region: own[0]?.region ?? '', outputs }];
    }),
  );
}
