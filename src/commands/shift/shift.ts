import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import type { ActiveStates } from '../../records/active-state.ts';
import { type ActiveState, ALL_ACTIVE, activeTargets } from '../../records/active-state-document.ts';
import type { RunResult } from '../../report/run-result.ts';
import type { WeightReport } from '../../report/status-report.ts';
import type { OpenRollout } from '../../rollout/open-rollout.ts';
import { assertWeights, type WeightFacts } from '../../rollout/weight-guard.ts';
import { joinWeights, sameWeights, weightOf } from '../../rollout/weights.ts';
import { sameNames } from '../../same-names.ts';
import type { Environment } from '../../topology/model.ts';
import type { TrafficSettings } from '../../topology/traffic-model.ts';
import { changeWeights, finishChange } from '../../traffic/change-weights.ts';
import type { TrafficDriver, TrafficState, Weights } from '../../traffic/model.ts';
import type { Command } from '../command.ts';
import { createConsumerRoles } from '../consumer-roles.ts';
import { journalOf } from '../deploy/journal.ts';
import { proveTargets } from '../deploy/prove-targets.ts';
import { createTargetWork, DEFAULT_LOCK_WAIT_MS, type TargetWork } from '../deploy/target-work.ts';
import { environmentOf } from '../environment.ts';
import { refuseOpenDrill } from '../refuse-drill.ts';
import { runResult } from '../result.ts';
import { trafficDriverOf } from '../traffic-driver.ts';
import { visibleJournal } from '../visible-journal.ts';
import { activeStatesOf, visibleActiveStates } from './active-states.ts';
import { targetsBehind } from './behind.ts';
import { goodTargets } from './facts.ts';
import { gainingTargets } from './gaining.ts';
import { heedRollout } from './heed-rollout.ts';
import { nextInactive } from './next-inactive.ts';
import { recordedReleaseOf } from './recorded-release.ts';
import { weightReport } from './report.ts';
import { wantedWeights } from './wanted-weights.ts';

/** Moves traffic between the targets by hand, and says which of them are active. */
export const shift: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const { environment, whole } = await environmentOf(options, context);
  const { traffic } = whole;
  if (traffic === undefined) {
    throw new UserError(
      'no-traffic-driver',
      `nothing says how traffic is shared between the targets of ${whole.name}`,
      {
        fix: ['Add "traffic" with a driver to the environment in the configuration file, and weights to its targets.'],
      },
    );
  }
  const dryRun = options['dry-run'] === true;
  const { application, name } = whole;
  const targets = environment.targets.map((target) => target.name);
  context.report({
    type: 'run.started',
    command: 'shift',
    version: context.version,
    application,
    environment: name,
    targets,
    dryRun,
  });
  const works = createTargetWork(
    environment,
    { command: 'shift', lockWaitMs: options['lock-wait'] ?? DEFAULT_LOCK_WAIT_MS },
    context,
  );
  try {
    await reachAll(works, options, context);
    const run = { traffic, environment, whole, works, options, context };
    const { weights, changed } = dryRun ? await planShift(run) : await carryOut(run);
    const status: RunResult['status'] = dryRun ? 'planned' : changed ? 'succeeded' : 'no-change';
    return runResult(whole, { command: 'shift', startedAt, instances: [], status, weights }, context);
  } finally {
    await Promise.all([...works.values()].map((work) => work.close()));
  }
};

interface ShiftRun {
  readonly traffic: TrafficSettings;
  readonly environment: Environment;
  /** With all its targets. */
  readonly whole: Environment;
  readonly works: ReadonlyMap<string, TargetWork>;
  readonly options: Options;
  readonly context: RunContext;
}

interface ShiftEnd {
  readonly weights: WeightReport;
  readonly changed: boolean;
}

/** A target that is not asked could be deployed to at this moment: it is left out only when somebody says so. */
async function reachAll(works: ShiftRun['works'], options: Options, context: RunContext): Promise<void> {
  const reachable = new Set(await proveTargets(works, options, context));
  const lost = [...works.values()].find((work) => !reachable.has(work));
  if (lost !== undefined) throw unreachable(lost, context);
}

function unreachable({ target }: TargetWork, context: RunContext, cause?: AwsError): UserError {
  return new UserError('target-unreachable', `${target.name} cannot be reached${cause ? `: ${cause.message}` : ''}`, {
    fix: [`Leave it out with ${context.nameOption('without')}: then nothing calls it, and it may only lose traffic.`],
    cause,
  });
}

/** All leases: what is read under them holds until the end, because nobody else deploys or shifts meanwhile. */
async function holdAll(works: ShiftRun['works'], context: RunContext): Promise<void> {
  await Promise.all(
    [...works.values()].map(async (work) => {
      try {
        await (await work.lease()).assertHeld();
      } catch (error) {
        throw error instanceof AwsError && error.kind === 'unreachable' ? unreachable(work, context, error) : error;
      }
    }),
  );
}

/** Everything that decides about a change, as it is now. */
interface Situation {
  readonly driver: TrafficDriver;
  readonly read: TrafficState;
  readonly next: Weights;
  readonly facts: WeightFacts;
  readonly inactive: readonly string[];
  readonly shown: WeightReport;
}

async function lookAt(run: ShiftRun, state: ActiveState, rollout: OpenRollout | undefined) {
  const { traffic, environment, whole, works, options, context } = run;
  const driver = await trafficDriverOf(traffic, environment, context);
  const [read, good] = await Promise.all([driver.read(context.signal), goodTargets(environment, works)]);
  const names = Object.keys(traffic.weights);
  const inactive = nextInactive(options, state, names);
  const current = driver.joins ? joinWeights(read.weights, names) : read.weights;
  const next = wantedWeights(options, { current, configured: traffic.weights, state });
  const active = activeTargets({ ...state, inactive: inactive.duringChange }, names);
  const floorPercent = options['override-floor'] === undefined ? traffic.floorPercent : 0;
  const facts = { configured: traffic.weights, good, active, floorPercent };
  if (!sameWeights(next, read.weights)) {
    assertWeights(next, read.weights, facts);
    if (rollout !== undefined) {
      const moved = { environment: whole, current: read.weights, next };
      const facts = { works, recorded: recordedReleaseOf(whole, context) };
      const behind = await targetsBehind(rollout, whole, gainingTargets(next, read.weights), facts);
      heedRollout(rollout, { ...moved, behind }, context);
    }
  }
  refuseIdleWeight(inactive.afterwards, next);
  const last = activeTargets({ ...state, inactive: inactive.afterwards }, names);
  const shown = weightReport(traffic, read.weights, next, last);
  return { driver, read, next, facts, inactive: inactive.afterwards, shown } satisfies Situation;
}

/** Weight of a target that runs nothing would be lost traffic. */
function refuseIdleWeight(inactive: readonly string[], next: Weights): void {
  const idle = inactive.filter((name) => weightOf(next, name) > 0);
  if (idle.length === 0) return;
  throw new UserError('inactive-with-weight', `${idle.join(', ')} would be inactive and still get traffic`, {
    fix: [`Give ${idle.join(', ')} the weight 0 at the same time.`],
  });
}

async function planShift(run: ShiftRun): Promise<ShiftEnd> {
  const { environment, works, context } = run;
  const states = await visibleActiveStates(environment, [...works.values()], context);
  const rollout = await (await visibleJournal(environment, context))?.readAll();
  const { shown } = await lookAt(run, (await states?.read()) ?? ALL_ACTIVE, rollout);
  context.report({ type: 'weight.planned', weights: shown });
  return { weights: shown, changed: false };
}

async function carryOut(run: ShiftRun): Promise<ShiftEnd> {
  const { environment, works, options, context } = run;
  await holdAll(works, context);
  const states = activeStatesOf(environment, [...works.values()], context);
  const journal = journalOf(environment, [...works.values()], context);
  const [state, rollout] = await Promise.all([states.read(), journal.readAll()]);
  refuseOpenDrill(state);
  const situation = await lookAt(run, state, rollout);
  const { read, next, shown, inactive } = situation;
  context.report({ type: 'weight.planned', weights: shown });
  const same = sameWeights(next, read.weights) && sameNames(inactive, state.inactive);
  if (same && !isUnfinished(state)) {
    await moveConsumers(run);
    return { weights: shown, changed: false };
  }
  if (!same && !(await context.confirm(question(shown)))) {
    throw new UserError('declined', 'no weight was changed', { fix: ['Answer y, or add --yes.'] });
  }
  const changed = await change(situation, state, states, options['override-floor'], context);
  await moveConsumers(run);
  return { weights: shown, changed };
}

/** Those that run only where the environment is active follow, also after a run that was killed before it came to them. */
async function moveConsumers({ environment, whole, works, options, context }: ShiftRun): Promise<void> {
  if (options.activate === undefined && options.deactivate === undefined) return;
  await createConsumerRoles(whole, [...works.values()], context)?.settleAll(environment.instances);
}

async function change(
  { driver, read, next, facts, inactive }: Situation,
  state: ActiveState,
  states: ActiveStates,
  reason: string | undefined,
  context: RunContext,
): Promise<boolean> {
  const { clock, report, signal, origin } = context;
  // Who becomes active is so before traffic comes, and who becomes inactive is so after it has gone.
  const during = state.inactive.filter((name) => facts.active.has(name) === false);
  let lastChange = state.lastChange;
  const ports = { driver, clock, report, signal };
  // A run before this one made the same change and did not see its end.
  if (sameWeights(next, read.weights) && isUnfinished(state)) await finishChange(next, ports);
  const changed = await changeWeights(next, read, facts, {
    ...ports,
    remember: async (before, after) => {
      const at = new Date(clock.now()).toISOString();
      lastChange = { before, after, at, who: origin.who, command: 'shift', done: false, ...(reason && { reason }) };
      await states.save({ inactive: during, lastChange });
    },
  });
  await states.save({ inactive, ...(lastChange !== undefined && { lastChange: { ...lastChange, done: true } }) });
  return changed || !sameNames(inactive, state.inactive);
}

/** The last shift was killed. What a rollout has not finished it finishes itself. */
function isUnfinished({ lastChange }: ActiveState): boolean {
  return lastChange?.command === 'shift' && !lastChange.done;
}

function question({ of, targets }: WeightReport): string {
  const changes = targets
    .filter(({ weightBefore, weightAfter }) => weightBefore !== weightAfter)
    .map(({ target, weightBefore, weightAfter }) => `${target} ${weightBefore} → ${weightAfter}`);
  return changes.length === 0
    ? 'Change which targets are active?'
    : `Change the weights of ${of}: ${changes.join(', ')}?`;
}
