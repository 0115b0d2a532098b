import { AwsError } from '../../aws/ports.ts';
import type { RegionSwitch, SwitchExecution, SwitchRequest } from '../../aws/region-switch-port.ts';
import type { Clock } from '../../clock.ts';
import { UserError } from '../../errors.ts';
import type { Move } from '../move.ts';
import { patienceOf } from '../patience.ts';
import type { PlannedMechanism } from '../plan.ts';
import type { Mechanism } from '../run.ts';
import { UNGUARDED } from '../still-ours.ts';

export interface RegionSwitchPorts extends Omit<Extract<PlannedMechanism, { readonly kind: 'region-switch' }>, 'kind'> {
  regionOf(target: string): string;
  /** The data plane in the region of a target, with its credentials. */
  switchOf(target: string): RegionSwitch;
  /** Why it is done: Region switch keeps it with the execution. */
  readonly reason: string;
  /** Unique for this run. */
  readonly run: string;
  /** `ungraceful` skips what needs the region that is left (Developer Guide, "Region switch execution modes"). */
  readonly mode: SwitchRequest['mode'];
  readonly note: (text: string) => void;
  readonly clock: Clock;
}

const CALL_MS = 5_000;
/** The same token makes a second start the first one, so a lost answer does no harm. */
const STARTS = 3;
const POLL_MS = 2_000;
/** An execution that was started goes on by itself: after so much silence the probes must tell. */
const SILENCE_MS = 60_000;
/** API Reference, StartPlanExecution, comment. */
const COMMENT_LENGTH = 1_024;

/** States of an execution that still holds the plan. */
export const RUNNING: readonly string[] = [
  'pending',
  'inProgress',
  'pausedByFailedStep',
  'pausedByOperator',
  'pendingManualApproval',
];

/**
 * An execution of a Region switch plan, started in the data plane of the region that takes over and followed to its end.
 * One that does the same already is followed instead of started again.
 */
export function createRegionSwitchMechanism(ports: RegionSwitchPorts): Mechanism {
  return {
    kind: 'region-switch',
    check(move) {
      if (move.returning !== undefined) return;
      const [to, from] = [move.active, move.inactive].map((names) => [...new Set(names.map(ports.regionOf))]);
      if (to?.length === 1 && from?.length === 1 && to[0] !== from[0]) return;
      throw new UserError('region-switch-regions', 'a Region switch plan moves from one region to one other', {
        fix: ['Name with --to the region that takes over.'],
      });
    },
    async apply(move, signal, guard = UNGUARDED) {
      const run = { ...decide(move, ports), signal, ports };
      await guard();
      const started = await start(run);
      return [...started.said, ...(await follow(started.id, run))];
    },
  };
}

interface Run {
  readonly request: SwitchRequest;
  readonly service: RegionSwitch;
  /** Region that is asked. */
  readonly at: string;
  readonly signal: AbortSignal;
  readonly ports: RegionSwitchPorts;
}

/** An active/active plan has a workflow that takes a region out; an active/passive one only such that activate. */
function decide(move: Move, { plan, approach, regionOf, switchOf, reason, run, mode }: RegionSwitchPorts) {
  const place = move.returning ?? move.active[0] ?? '';
  const away = move.returning === undefined && approach === 'active-active';
  const action = away ? 'deactivate' : 'activate';
  const region = regionOf(away ? (move.inactive[0] ?? '') : place);
  const request: SwitchRequest = {
    plan,
    region,
    action,
    mode,
    comment: reason.slice(0, COMMENT_LENGTH),
    token: `${run}-${action}-${region}`,
  };
  return { request, service: switchOf(place), at: regionOf(place) };
}

async function start(run: Run): Promise<{ readonly id: string; readonly said: readonly string[] }> {
  const { request, service, signal, ports } = run;
  for (let left = STARTS - 1; ; left -= 1) {
    try {
      const id = await patienceOf(ports.clock, CALL_MS, signal)((cut) => service.start(request, cut));
      if (id !== undefined) return { id, said: [] };
      if (left === 0)
        throw new UserError('region-switch-silent', `Region switch in ${run.at} does not answer`, {
          fix: ['Run the same command again: an execution that was started all the same is gone on with.'],
        });
    } catch (error) {
      if (error instanceof AwsError && error.code === 'IllegalStateException') return join(error, run);
      if (left === 0 || !isPassing(error)) throw error;
    }
  }
}

/** A plan has one execution at a time: the one that runs does what is wanted, or stands against it. */
async function join(refusal: AwsError, run: Run): Promise<{ readonly id: string; readonly said: readonly string[] }> {
  const { request, service, signal, ports } = run;
  const found = await patienceOf(ports.clock, CALL_MS, signal)((cut) => service.executions(request.plan, cut));
  const running = (found ?? []).filter(({ state }) => RUNNING.includes(state));
  const same = running.find(({ action, region }) => action === request.action && region === request.region);
  if (same !== undefined) return { id: same.id, said: [`goes on with the execution ${same.id}, which runs already`] };
  const [other] = running;
  if (other === undefined)
    throw new UserError('region-switch-refused', `Region switch does not start the plan: ${refusal.message}`, {
      cause: refusal,
    });
  const what = `${other.action} ${other.region} (${other.id}, ${other.state})`;
  throw new UserError('region-switch-other', `another execution of the plan runs: ${what}`, {
    fix: [
      `Let it end, or cancel it: aws arc-region-switch cancel-plan-execution --region ${run.at} --plan-arn ${request.plan} --execution-id ${other.id}`,
      'Then run the same command again.',
    ],
    cause: refusal,
  });
}

async function follow(id: string, run: Run): Promise<readonly string[]> {
  const { request, service, signal, ports } = run;
  const { clock, note } = ports;
  let heard = clock.now();
  let approval = false;
  while (clock.now() - heard < SILENCE_MS) {
    const found = await ask();
    if (found !== undefined) {
      heard = clock.now();
      const said = ended(found, run);
      if (said !== undefined) return said;
      if (found.state === 'pendingManualApproval' && !approval) {
        approval = true;
        note(`the execution ${id} waits for an approval: ${stepsIn(found, ['pendingApproval'])}`);
      }
    }
    await clock.sleep(POLL_MS, signal);
  }
  return [`the execution ${id} was started, and Region switch in ${run.at} no longer tells what becomes of it`];

  async function ask(): Promise<SwitchExecution | undefined> {
    try {
      return await patienceOf(clock, CALL_MS, signal)((cut) => service.execution(request.plan, id, cut));
    } catch (error) {
      if (isPassing(error)) return undefined;
      return Promise.reject(error);
    }
  }
}

/** What need not stop the failover, once it is over; undefined: it goes on. @throws UserError when it did not get there */
function ended(found: SwitchExecution, run: Run): readonly string[] | undefined {
  const { id, state } = found;
  switch (state) {
    case 'completed':
      return [];
    // Every step is done; what Region switch still looks at is its own recovery time.
    case 'completedMonitoringApplicationHealth':
      return [];
    case 'completedWithExceptions':
      return [`the execution ${id} ended with exceptions: ${stepsIn(found, ['failed', 'skipped', 'canceled'])}`];
    case 'pausedByFailedStep':
    case 'pausedByOperator':
      throw new UserError('region-switch-paused', `the execution ${id} is paused: ${stepsIn(found, ['failed'])}`, {
        fix: [
          `Mend the step and resume, or skip it: aws arc-region-switch update-plan-execution-step --region ${run.at} …`,
          'Then run the same command again: it goes on with this execution.',
        ],
      });
    case 'canceled':
    case 'failed':
    case 'planExecutionTimedOut':
      throw new UserError(
        'region-switch-ended',
        `the execution ${id} ended as ${state}: ${stepsIn(found, ['failed'])}`,
        {
          fix: ['Look at the execution in the console of Region switch, then run the same command again.'],
        },
      );
    default:
      return undefined;
  }
}

function stepsIn({ steps }: SwitchExecution, states: readonly string[]): string {
  const names = steps.filter(({ status }) => states.includes(status)).map(({ name }) => name);
  return names.join(', ') || 'no step is named';
}

/** May be over at the next call. */
function isPassing(error: unknown): boolean {
  return error instanceof AwsError && ['unreachable', 'server', 'throttled'].includes(error.kind);
}
