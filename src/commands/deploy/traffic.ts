import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { errorText, UserError } from '../../errors.ts';
import { type ActiveState, activeTargets, type WeightChangeRecord } from '../../records/active-state-document.ts';
import type { TrafficPorts } from '../../rollout/traffic-ports.ts';
import { sameWeights } from '../../rollout/weights.ts';
import type { Environment } from '../../topology/model.ts';
import type { TrafficDriver, Weights } from '../../traffic/model.ts';
import type { ActiveReader } from '../active-targets.ts';
import { activeStatesOf } from '../shift/active-states.ts';
import { findStacks } from '../shift/facts.ts';
import { trafficDriverOf } from '../traffic-driver.ts';
import { readable, type SeenTraffic } from '../visible-weights.ts';
import { ableTargets } from './able-targets.ts';
import { drainSettings } from './drain-first.ts';
import type { TargetWork } from './target-work.ts';

export interface DeployTraffic {
  readonly ports: TrafficPorts;
  /** Why the weights could not be read when the run began; absent: they were. Only a rollback may go on without. */
  readonly problem?: unknown;
  /** As it was when the run began; undefined: nobody knows. */
  seen(reader: ActiveReader): Promise<SeenTraffic | undefined>;
  /** Weights as they are, before a run of the same command that was lost on its way, and who changed them last. */
  earlier(): Promise<EarlierWeights>;
  /** Keeps that the last change is done, so that nobody waits for it again. While the leases are held. */
  close(): Promise<void>;
}

export interface TrafficWork {
  /** Targets of this run that answer. */
  readonly works: readonly TargetWork[];
  readonly command: string;
  /** Whether the run goes on with a rollback, which no lost control plane may hold up; asked when one seems lost. */
  readonly returns?: () => Promise<boolean>;
}

export interface EarlierWeights {
  readonly now: Weights;
  readonly unfinished?: Weights;
  readonly lastCommand?: string;
}

/**
 * A rollout's effects on traffic; undefined where the environment has no driver. The weights are read once, so that a
 * zone, record or store that is not there, or not ours, is refused before anything is changed.
 *
 * @param environment cut down to the targets of this run
 * @throws UserError `traffic-unreachable` and those of the driver
 */
export async function trafficPortsOf(
  environment: Environment,
  { works, command, returns }: TrafficWork,
  context: RunContext,
): Promise<DeployTraffic | undefined> {
  const { traffic: configured } = environment;
  if (configured === undefined) return undefined;
  const driver = await trafficDriverOf(configured, environment, context);
  const { weights, problem } = await readOnce(driver, returns, context);
  const settings =
    command === 'rollback' || weights === undefined
      ? configured
      : await drainSettings(configured, weights, environment, works, context);
  const names = Object.keys(settings.weights);
  const worked = new Map(works.map((work) => [work.target.name, work]));
  const states = activeStatesOf(environment, works, context);
  let state: ActiveState | undefined;
  let settled = false;
  const ports: TrafficPorts = {
    settings,
    driver,
    leftOut: new Set(names.filter((name) => !worked.has(name))),
    async active() {
      state = await states.read();
      return activeTargets(state, names);
    },
    async unfit() {
      const able = ableTargets(await findStacks(environment, worked));
      return new Set(names.filter((name) => !able.has(name)));
    },
    async remember(before, after) {
      state ??= await states.read();
      const at = new Date(context.clock.now()).toISOString();
      const first = firstOf(state.lastChange, command);
      const who = context.origin.who;
      const lastChange = { before, after, at, who, command, done: false, ...(first !== undefined && { first }) };
      state = await states.save({ inactive: state.inactive, lastChange });
      settled = false;
    },
    isUnfinished: (after) => {
      const last = state?.lastChange;
      return !settled && last !== undefined && !last.done && sameWeights(last.after, after);
    },
    settled: () => {
      settled = true;
    },
  };
  const seen: DeployTraffic['seen'] = async (reader) =>
    weights &&
    readable(context, async () => ({ settings, driver, weights, active: activeTargets(await reader.state(), names) }));
  const close = async (): Promise<void> => {
    const last = state?.lastChange;
    if (!settled || state === undefined || last === undefined || last.done) return;
    try {
      state = await states.save({ inactive: state.inactive, lastChange: { ...last, done: true } });
    } catch (error) {
      // Whoever comes next waits once more until clients have followed.
      const text = `that the last change of weights is done could not be kept: ${errorText(error)}`;
      context.report({ type: 'note', level: 'warning', text });
    }
  };
  const earlier = async (): Promise<EarlierWeights> => {
    state = await states.read();
    const unfinished = firstOf(state.lastChange, command);
    return {
      now: weights ?? {},
      ...(unfinished !== undefined && { unfinished }),
      ...(state.lastChange !== undefined && { lastCommand: state.lastChange.command }),
    };
  };
  return { ports, seen, earlier, close, ...(problem !== undefined && { problem }) };
}

/** Weights before the first change of a command that is not done. */
function firstOf(last: WeightChangeRecord | undefined, command: string): Weights | undefined {
  return last === undefined || last.done || last.command !== command ? undefined : (last.first ?? last.before);
}

interface FirstRead {
  readonly weights?: Weights;
  readonly problem?: unknown;
}

/** A rollback goes on without: stacks return in place, and weights are read again before each change. */
async function readOnce(
  driver: TrafficDriver,
  returns: TrafficWork['returns'],
  { signal, report }: RunContext,
): Promise<FirstRead> {
  try {
    return { weights: (await driver.read(signal)).weights };
  } catch (error) {
    const problem = error instanceof AwsError ? unreachable(driver, error) : error;
    if (signal.aborted || !(await returns?.())) throw problem;
    const text = `where traffic cannot be moved, stacks return in place: ${errorText(problem)}`;
    report({ type: 'note', level: 'warning', text });
    return { problem };
  }
}

function unreachable({ kind, controlPlane }: TrafficDriver, error: AwsError): UserError {
  return new UserError('traffic-unreachable', `the weights of ${kind} cannot be read: ${error.message}`, {
    fix: [
      `Its control plane is in ${controlPlane}: look at the AWS Health Dashboard.`,
      'Check the permissions: sam-multi-region policy prints those of each command.',
    ],
    cause: error,
  });
}
