import { SCHEDULE_RETRIES_MS } from '../aws/traffic-ports.ts';
import { errorText } from '../errors.ts';
import type { LaterWeights, Weights } from '../traffic/model.ts';
import { weightFacts } from './move-weights.ts';
import { type OpenRollout, reachedPhases } from './open-rollout.ts';
import type { PhaseWork } from './promote.ts';
import type { Stop } from './stop.ts';
import { weightProblems } from './weight-guard.ts';
import { sameWeights, weightOf } from './weights.ts';

/** Has AWS take the traffic from what has the release at a later time, unless somebody promotes or ends the rollout. */
export interface ScheduledRevert {
  /** Of the schedule. */
  readonly name: string;
  readonly region: string;
  /** ISO 8601. */
  readonly at: string;
  /** Weights when it was scheduled: only these are changed. */
  readonly from: Weights;
  /** What they become. */
  readonly to: Weights;
}

/**
 * Schedules the revert of a rollout that is about to wait. That it is there is kept before it is made, so that whoever
 * comes next takes it away before weights are moved, whatever becomes of this process.
 * @returns why the rollout must not wait without it
 */
export async function scheduleRevert(
  afterMs: number,
  { environment, progress, ports }: PhaseWork,
): Promise<Stop | undefined> {
  const { traffic, clock, report, signal } = ports;
  const later = traffic?.driver.later;
  if (traffic === undefined || later === undefined) return notWithout('nothing here can change weights later');
  try {
    const state = await traffic.driver.read(signal);
    const reached = reachedTargets(environment, progress.current).filter((name) => state.weights[name] !== undefined);
    const to = { ...state.weights, ...Object.fromEntries(reached.map((name) => [name, 0])) };
    if (sameWeights(to, state.weights)) {
      const text = 'nothing that has the release has traffic: there is nothing to revert later';
      report({ type: 'note', level: 'info', text });
      return undefined;
    }
    const facts = await weightFacts(state, new Set(reached), traffic);
    const problems = weightProblems(to, state.weights, facts);
    if (problems.length > 0) return notWithout(problems.map(({ message }) => message).join('; '));
    const at = clock.now() + afterMs;
    const revert = {
      name: later.nameOf(progress.current.sequence),
      region: later.region,
      at: new Date(at).toISOString(),
      from: state.weights,
      to,
    };
    // It is a change of this rollout, and may be the first one: what was before is what a rollback restores.
    const { weightsBefore = state.weights } = progress.current;
    await progress.decide({ revert, weightsBefore });
    await later.schedule(revert.name, at, to, state);
    const text = `unless it is promoted or given up by ${revert.at}, traffic leaves ${reached.join(', ')} (schedule ${revert.name} in ${revert.region})`;
    report({ type: 'note', level: 'info', text });
    return undefined;
  } catch (error) {
    if (signal.aborted) throw error;
    return notWithout(errorText(error));
  }
}

function notWithout(why: string): Stop {
  return { state: 'skipped', reason: `it must not wait, its revert cannot be scheduled: ${why}`, keeps: true };
}

/**
 * Takes a scheduled revert away before anything else is done. Where it has taken effect, or somebody else lowered what the
 * rollout had raised, that is said, and the phases concerned are ramped and judged once more.
 * @returns why nothing may be done as long as it may still strike
 */
export async function cancelRevert({ environment, progress, ports }: PhaseWork): Promise<Stop | undefined> {
  const { revert, course } = progress.current;
  if (revert === undefined) return undefined;
  const { traffic, clock, report, signal } = ports;
  try {
    const there = await removeRevert(revert, traffic?.driver.later, clock.now());
    // Users first: the weights that a rollback leaves behind are seldom those that it was made for.
    if (course !== 'rolling-back') await outwait(revert, ports);
    const weights = traffic && (await traffic.driver.read(signal)).weights;
    const sentence =
      weights === undefined
        ? `the revert of ${revert.at} is over; what it did is not known, the environment has no traffic any more`
        : whatBecameOf(revert, there, weights);
    const lowered = weights === undefined ? [] : leftBy({ from: revert.from, to: weights });
    const again = lowered.length > 0 && course === 'forward' ? '; it is raised again step by step, and judged' : '';
    if (sentence !== undefined) report({ type: 'note', level: 'warning', text: `${sentence}${again}` });
    await progress.batch((rollout) => withoutRevert(rollout, lowered, environment), 'everywhere');
    return undefined;
  } catch (error) {
    if (signal.aborted) throw error;
    const text = `the revert that is scheduled for ${revert.at} could not be taken away: ${errorText(error)}`;
    // A rollback moves the weights: what was scheduled against the old ones does nothing then.
    if (course !== 'rolling-back') return { state: 'skipped', reason: text, keeps: true };
    report({ type: 'note', level: 'warning', text });
    return undefined;
  }
}

/** EventBridge Scheduler calls within the minute of the schedule (User Guide, "Schedule types"), and tries again for a while. */
const STRIKES_WITHIN_MS = 60_000 + SCHEDULE_RETRIES_MS;

/** Clocks differ by some seconds, and what was deleted just before its time may be called all the same. */
const MARGIN_MS = 60_000;

/**
 * Until when it may still change weights although it was deleted: its time has come, so that a call may be on its way, be
 * tried again, or come twice (EventBridge Scheduler delivers at least once).
 * @param now milliseconds since the epoch
 * @returns undefined where it cannot
 */
export function strikesUntil({ at }: Pick<ScheduledRevert, 'at'>, now: number): number | undefined {
  const time = Date.parse(at);
  const over = time + STRIKES_WITHIN_MS;
  return now >= time - MARGIN_MS && now < over ? over : undefined;
}

/** Weights that are raised now could be taken for those that it was made for. */
async function outwait(revert: ScheduledRevert, { clock, report, signal }: PhaseWork['ports']): Promise<void> {
  const until = strikesUntil(revert, clock.now());
  if (until === undefined) return;
  const text = `the revert of ${revert.at} may take effect until ${new Date(until).toISOString()}: nothing is changed before that`;
  report({ type: 'note', level: 'info', text });
  await clock.sleep(until - clock.now(), signal);
}

/**
 * @param now milliseconds since the epoch
 * @returns whether it was still there
 * @throws when nothing here can reach it, as long as it may still strike
 */
export async function removeRevert(
  { name, region, at }: ScheduledRevert,
  later: LaterWeights | undefined,
  now: number,
): Promise<boolean> {
  if (later?.region === region) return later.cancel(name);
  const over = Date.parse(at) + STRIKES_WITHIN_MS;
  if (now >= over) return false;
  const byHand = `delete the schedule ${name} in ${region} by hand and come back after ${new Date(over).toISOString()}`;
  throw new Error(`traffic has no revert-role any more; put it back, or ${byHand}`);
}

/** Targets that traffic leaves when it takes effect. */
export function leftBy({ from, to }: Pick<ScheduledRevert, 'from' | 'to'>): readonly string[] {
  return Object.keys(from).filter((name) => weightOf(to, name) < weightOf(from, name));
}

/** Undefined where it was taken away before it could do anything. */
export function whatBecameOf(revert: ScheduledRevert, there: boolean, weights: Weights): string | undefined {
  if (sameWeights(weights, revert.to))
    return `the revert of ${revert.at} has taken effect: traffic left ${leftBy(revert).join(', ')}`;
  if (!sameWeights(weights, revert.from)) {
    const now = Object.entries(weights).map(([name, weight]) => `${name} ${weight}`);
    return `somebody changed the weights while the rollout waited: they are ${now.join(', ')}`;
  }
  return there
    ? undefined
    : `the revert of ${revert.at} is not scheduled any more, and has changed nothing: see why in CloudTrail`;
}

/** Without its revert, and with the phases of these targets to be ramped and judged anew. */
function withoutRevert(
  { revert: _, ...rollout }: OpenRollout,
  lowered: readonly string[],
  { phases }: PhaseWork['environment'],
): OpenRollout {
  if (rollout.course !== 'forward') return rollout;
  const anew = phases
    .filter(({ kind, targets }) => kind === 'wave' && targets.some((name) => lowered.includes(name)))
    .flatMap(({ name }) => {
      const progress = rollout.phases[name];
      const again = progress !== undefined && ['deployed', 'passed', 'incomplete'].includes(progress.stage);
      return again ? [[name, { stage: 'deployed' as const, startedAt: progress.startedAt }] as const] : [];
    });
  return { ...rollout, phases: { ...rollout.phases, ...Object.fromEntries(anew) } };
}

function reachedTargets({ phases }: PhaseWork['environment'], rollout: OpenRollout): readonly string[] {
  const waves = phases.filter(({ kind }) => kind === 'wave');
  const reached = reachedPhases(
    rollout,
    waves.map(({ name }) => name),
  );
  return [...new Set(waves.filter(({ name }) => reached.includes(name)).flatMap(({ targets }) => targets))];
}
