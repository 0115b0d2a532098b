import { concurrencyOf } from '../topology/amount.ts';
import type { Phase, StackInstance } from '../topology/model.ts';
import { judgeReturn } from './judge.ts';
import type { KeptWeights } from './move-weights.ts';
import { runPool } from './pool.ts';
import type { RolloutPorts } from './ports.ts';
import { leaveTargets, restoreWeights } from './return-traffic.ts';
import type { RecordedRelease } from './rollback-ports.ts';
import type { StillBad } from './still-bad.ts';
import type { VerdictLog } from './verdict-log.ts';

/** What became of one stack. `kept`: it stays on the release that is left. `lost`: another try may bring it back. */
export type Returned = 'returned' | 'there' | 'kept' | 'lost';

/** What every rollback works with: that of a rollout that failed, and one that a person asks for. */
export interface ReturnWork {
  readonly ports: Pick<RolloutPorts, 'clock' | 'report' | 'signal' | 'gates' | 'traffic'>;
  readonly verdicts: VerdictLog;
  /** Weights before all of it, which are restored. */
  readonly kept: KeptWeights;
  readonly stillBad: StillBad;
  /** Targets that came back and have not got the lower weight they had before: it is tried again when others are back. */
  readonly owed: Set<string>;
  /** The release that each stack returns to, or has already. By instance. */
  readonly releases: ReadonlyMap<string, RecordedRelease>;
  /** Takes one stack back. Never throws for what AWS says. */
  rollBack(instance: StackInstance, phase: Phase): Promise<Returned>;
  /** Of a stack that has returned. */
  outputsOf(instance: StackInstance): Readonly<Record<string, string>>;
}

/**
 * Takes traffic from targets before they return, where others can have it.
 * @returns false: they keep it, and have to return one after the other
 */
export async function leaveFirst(targets: readonly string[], work: ReturnWork): Promise<boolean> {
  if (work.ports.traffic === undefined) return true;
  // Of several it is said when each is tried on its own.
  return leaveTargets(targets, work, { quiet: targets.length > 1 });
}

export interface ReturnWay {
  /** What {@link leaveFirst} came to; absent: no traffic leaves. */
  readonly left?: boolean;
  /** Its traffic was given back before: it is looked at again only if a stack comes back now. */
  readonly again: boolean;
}

/**
 * Returns the stacks of one phase, no more targets at once than when it was deployed, and gives each target its weight
 * back when its own endpoint answers with the release it returned to. Where nobody else could take the traffic of all, one
 * target after the other, so that the rest serves meanwhile.
 * @returns whether nothing is left that another try could bring back
 */
export async function returnPhase(phase: Phase, { left, again }: ReturnWay, work: ReturnWork): Promise<boolean> {
  const { ports, stillBad, owed } = work;
  const { signal } = ports;
  const groups = left === false ? phase.targets.map((target) => [target]) : [phase.targets];
  const atOnce = concurrencyOf(phase.maxConcurrency, phase.targets.length);
  const mayStart = (): boolean => !signal.aborted;
  const outcomes = new Map<string, Returned>();
  const isWave = phase.kind === 'wave';
  if (isWave) stillBad.begin(phase.targets);
  let whole = true;
  for (const group of groups) {
    if (left === false && phase.targets.length > 1) await leaveTargets(group, work);
    await runPool(group, atOnce, mayStart, async (target) => {
      // What takes outputs of another stack returns before that one.
      const own = phase.instances.filter((instance) => instance.target.name === target).toReversed();
      for (const instance of own) if (mayStart()) outcomes.set(instance.id, await work.rollBack(instance, phase));
    });
    if (!mayStart()) return false;
    if (!isWave) continue;
    const asIs = again && ![...outcomes.values()].includes('returned');
    const found = asIs ? stillThere(phase, outcomes) : await readyForTraffic(phase, group, outcomes, work);
    for (const target of found.ready) {
      stillBad.cameBack(target);
      if (!asIs) owed.add(target);
    }
    // All that came back so far: a weight that could not be lowered while another target was bad can be now.
    const last = group === groups.at(-1) && stillBad.isOver();
    const restored = await restoreWeights(owed, work, { last });
    if (restored === 'restored') owed.clear();
    whole = restored !== 'refused' && found.complete && whole;
  }
  return whole;
}

interface Ready {
  /** Targets that serve what they returned to. */
  readonly ready: readonly string[];
  /** Whether none is missing that another try could bring back. */
  readonly complete: boolean;
}

/** An earlier run has seen them answer, and given them their traffic. */
function stillThere(phase: Phase, outcomes: ReadonlyMap<string, Returned>): Ready {
  const own = (target: string) => phase.instances.filter((instance) => instance.target.name === target);
  const ready = phase.targets.filter((target) => own(target).every(({ id }) => outcomes.get(id) === 'there'));
  return { ready, complete: true };
}

async function readyForTraffic(
  phase: Phase,
  group: readonly string[],
  outcomes: ReadonlyMap<string, Returned>,
  work: ReturnWork,
): Promise<Ready> {
  const ready: string[] = [];
  let expected = 0;
  for (const target of group) {
    const own = phase.instances.filter((instance) => instance.target.name === target);
    const ends = own.map(({ id }) => outcomes.get(id) ?? 'lost');
    // What stays on the release that was judged bad gets no traffic back; what did not come back is tried again.
    if (ends.includes('kept')) continue;
    expected += 1;
    if (ends.includes('lost')) continue;
    if (await answers(phase, target, own, work)) ready.push(target);
  }
  return { ready, complete: ready.length === expected };
}

async function answers(
  { name }: Phase,
  target: string,
  own: readonly StackInstance[],
  { releases, verdicts, ports, outputsOf }: ReturnWork,
): Promise<boolean> {
  const release = own.map(({ id }) => releases.get(id)).find((known) => known !== undefined);
  const subject = {
    phase: name,
    targets: [target],
    outputs: { [target]: Object.fromEntries(own.map((instance) => [instance.stack.key, outputsOf(instance)])) },
    since: ports.clock.now(),
    bakeMs: 0,
    ...(release !== undefined && { release }),
  };
  const judgement = await judgeReturn(subject, ports, verdicts);
  if (judgement.kind === 'failed') {
    const text = `${target} gets no traffic back: ${judgement.reason}`;
    ports.report({ type: 'note', level: 'warning', text, target });
  }
  return judgement.kind === 'passed';
}

/** What each stack of a planned rollback returns to, or has already. */
export function releasesOfPlan(
  steps: readonly { readonly instance: string; readonly to?: RecordedRelease; readonly has?: RecordedRelease }[],
): ReadonlyMap<string, RecordedRelease> {
  return new Map(
    steps.flatMap(({ instance, to, has }) => {
      const release = to ?? has;
      return release === undefined ? [] : [[instance, release] as const];
    }),
  );
}
