import { randomUUID } from 'node:crypto';
import type { AwsError } from './error-answer.ts';

/**
 * The data plane of ARC Region switch, which the emulator lacks: plans of two regions, one execution at a time, the
 * health checks that its Route 53 block turns. Shapes, states and errors: service model 2022-07-26 and the Region switch
 * API Reference (StartPlanExecution, GetPlanExecution, ListPlanExecutions, CancelPlanExecution). What the reference
 * leaves open is noted where it is decided.
 */
export interface RegionSwitchPlane {
  /** Makes a plan: the control plane, which a failover never asks, is not there. */
  create(plan: SwitchPlan): void;
  /**
   * State of the health check that the plan has for a region, by `PLAN_ARN#REGION`. Region switch vends these checks by
   * itself; their identifiers here are ours.
   */
  state(id: string): 'On' | 'Off' | undefined;
  call(action: string, input: Readonly<Record<string, unknown>>, region: string): object | AwsError;
  clear(): void;
}

export interface SwitchPlan {
  readonly arn: string;
  readonly regions: readonly [string, string];
  readonly approach: 'activePassive' | 'activeActive';
  /** Names of the steps, in their order; the last one turns the health checks. */
  readonly steps: readonly string[];
  /** Milliseconds that a step takes. Default 0. */
  readonly stepMs?: number;
  /** Step that fails, which pauses the execution; or that waits for somebody's approval. */
  readonly stuck?: { readonly step: string; readonly as: 'pausedByFailedStep' | 'pendingManualApproval' };
}

interface Execution {
  readonly executionId: string;
  readonly planArn: string;
  readonly executionAction: string;
  readonly executionRegion: string;
  readonly mode: string;
  readonly comment: string;
  readonly token: string;
  readonly startTime: number;
  canceled: boolean;
  done: boolean;
}

interface Input {
  readonly planArn?: string;
  readonly executionId?: string;
  readonly targetRegion?: string;
  readonly action?: string;
  readonly mode?: string;
  readonly comment?: string;
  readonly clientToken?: string;
}

const ACTIVE = ['pending', 'inProgress', 'pausedByFailedStep', 'pausedByOperator', 'pendingManualApproval'];

export function createRegionSwitchPlane(now: () => number = Date.now): RegionSwitchPlane {
  const plans = new Map<string, SwitchPlan>();
  const executions: Execution[] = [];
  const healthy = new Map<string, boolean>();

  /** How far an execution is, from the time that has passed: steps go on without being asked. */
  const told = (execution: Execution, plan: SwitchPlan) => {
    const passed = now() - execution.startTime;
    const stuckAt = plan.stuck === undefined ? -1 : plan.steps.indexOf(plan.stuck.step);
    const reached = plan.stepMs ? Math.floor(passed / plan.stepMs) : plan.steps.length;
    const done = stuckAt < 0 ? Math.min(reached, plan.steps.length) : Math.min(reached, stuckAt);
    const stuck = stuckAt >= 0 && done === stuckAt ? plan.stuck : undefined;
    const over = done === plan.steps.length;
    const running = stuck?.as ?? (over ? 'completed' : 'inProgress');
    const state = execution.canceled ? 'canceled' : running;
    if (over && !execution.canceled && !execution.done) turn(execution, plan);
    const waiting =
      stuck?.as === 'pendingManualApproval' ? 'pendingApproval' : stuck === undefined ? 'running' : 'failed';
    const stepStates = plan.steps.map((name, index) => ({
      name,
      status: index < done ? 'completed' : index === done ? waiting : 'notStarted',
    }));
    return { state, stepStates };
  };

  /** Route 53 health check block: of an active/passive plan, one region is healthy at a time. */
  const turn = (execution: Execution, { arn, regions, approach }: SwitchPlan): void => {
    execution.done = true;
    const { executionAction: action, executionRegion: region } = execution;
    healthy.set(`${arn}#${region}`, action === 'activate');
    const other = regions.find((name) => name !== region);
    if (approach === 'activePassive') healthy.set(`${arn}#${other}`, false);
  };

  const abbreviated = (execution: Execution, plan: SwitchPlan) => ({
    planArn: execution.planArn,
    executionId: execution.executionId,
    executionAction: execution.executionAction,
    // "The AWS Region for a plan execution": taken for the one that is activated or deactivated.
    executionRegion: execution.executionRegion,
    executionState: told(execution, plan).state,
    mode: execution.mode,
    comment: execution.comment,
    // JSON 1.0: seconds since the epoch.
    startTime: execution.startTime / 1000,
  });

  const start = (plan: SwitchPlan, { targetRegion = '', action = '', mode = 'graceful', ...rest }: Input) => {
    const token = rest.clientToken ?? randomUUID();
    const known = executions.find((execution) => execution.token === token);
    if (known !== undefined) {
      // "A client token must map to the same parameters for every request."
      if (known.planArn !== plan.arn || known.executionAction !== action || known.executionRegion !== targetRegion)
        return refused(409, 'ConflictException', 'the client token was used with other parameters');
      return { executionId: known.executionId, plan: plan.arn };
    }
    if (!plan.regions.includes(targetRegion))
      return refused(400, 'IllegalArgumentException', `${targetRegion} is not a Region of the plan`);
    // Developer Guide, "Create Region switch plan workflows": only active/active plans have one that deactivates.
    if (action === 'deactivate' && plan.approach === 'activePassive')
      return refused(400, 'IllegalArgumentException', 'the plan has no workflow that deactivates');
    const running = executions.find(
      (execution) => execution.planArn === plan.arn && ACTIVE.includes(told(execution, plan).state),
    );
    if (running !== undefined)
      return refused(400, 'IllegalStateException', `the plan has an active execution ${running.executionId}`);
    const execution: Execution = {
      executionId: randomUUID(),
      planArn: plan.arn,
      executionAction: action,
      executionRegion: targetRegion,
      mode,
      comment: rest.comment ?? '',
      token,
      startTime: now(),
      canceled: false,
      done: false,
    };
    executions.push(execution);
    return { executionId: execution.executionId, plan: plan.arn };
  };

  return {
    create(plan) {
      plans.set(plan.arn, plan);
      // Until the first execution nothing was turned: every region answers.
      for (const region of plan.regions) healthy.set(`${plan.arn}#${region}`, true);
    },
    state(id) {
      const plan = plans.get(id.split('#')[0] ?? '');
      for (const execution of executions) if (plan?.arn === execution.planArn) told(execution, plan);
      const found = healthy.get(id);
      return found === undefined ? undefined : found ? 'On' : 'Off';
    },
    call(action, input, region) {
      const given = input as Input;
      const plan = plans.get(given.planArn ?? '');
      // A plan is known to the data planes of its two Regions.
      if (plan === undefined || !plan.regions.includes(region))
        return refused(404, 'ResourceNotFoundException', `there is no plan ${given.planArn} in ${region}`);
      if (action === 'StartPlanExecution') return start(plan, given);
      if (action === 'ListPlanExecutions') {
        const items = executions.filter(({ planArn }) => planArn === plan.arn);
        return { items: items.map((execution) => abbreviated(execution, plan)) };
      }
      const found = executions.find(({ executionId }) => executionId === given.executionId);
      if (found === undefined)
        return refused(404, 'ResourceNotFoundException', `there is no execution ${given.executionId}`);
      if (action === 'GetPlanExecution')
        return { ...abbreviated(found, plan), stepStates: told(found, plan).stepStates };
      if (action === 'CancelPlanExecution') {
        found.canceled = !found.done;
        return {};
      }
      return refused(400, 'UnknownOperationException', `${action} is not there`);
    },
    clear() {
      plans.clear();
      executions.length = 0;
      healthy.clear();
    },
  };
}

function refused(status: number, code: string, message: string): AwsError {
  return { status, code, message };
}
