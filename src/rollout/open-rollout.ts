import type { Weights } from '../traffic/model.ts';
import type { ScheduledRevert } from './revert.ts';

/** Who started a rollout: it belongs to a release and a workflow run, never to a process. */
export interface RolloutOwner {
  /** Id of the workflow run; of the process on a laptop. */
  readonly run: string;
  /** A URL or "user@host, process 123", for the person who has to ask. */
  readonly who: string;
}

/** How far one phase is. Absent: nothing of it was started. */
export interface PhaseProgress {
  /**
   * `pending`: not started, and to be judged even if nothing of it changes, because the same release failed there before.
   * `deployed`: every stack is there and the wave is being judged. `incomplete`: judged good without targets whose failure
   * was tolerated. `failed`: judged bad. `returned`: rolled back, with its traffic.
   */
  readonly stage: 'pending' | 'started' | 'deployed' | 'passed' | 'incomplete' | 'failed' | 'returned';
  /** ISO 8601: since when its stacks are being deployed. */
  readonly startedAt: string;
  /** ISO 8601: since when it bakes. A run that continues goes on from here and does not begin anew. */
  readonly bakeSince?: string;
  /** How many steps of its ramp were judged good. */
  readonly steps?: number;
  /** Targets that a rollback could not take back: they stay on the release that is left. */
  readonly kept?: readonly string[];
  /** Of an `incomplete` phase: the targets whose failure was tolerated, which have not got the release. */
  readonly missed?: readonly string[];
  /** Targets that a rollback brought back and that still have more weight than before: lowering it waits for others. */
  readonly owed?: readonly string[];
}

/**
 * `forward`: going through its phases. `rolling-back`: decided, and continued by whoever comes next. `failed`: it ended
 * and nothing is rolled back; a newer release may take its place. `closed`: over. It is kept, because a region that was
 * lost meanwhile may still say that it is open.
 */
export type Course = 'forward' | 'rolling-back' | 'failed' | 'closed';

/** The latest rollout of an environment, as it is kept in the region of every target. At most one is open. */
export interface OpenRollout {
  readonly version: 1;
  readonly release: { readonly id: string; readonly commit?: string };
  readonly owner: RolloutOwner;
  /** ISO 8601. */
  readonly openedAt: string;
  /** Grows with each rollout of the environment. Clocks differ from machine to machine; this does not. */
  readonly sequence: number;
  /** Grows with each write of this rollout: of copies that differ, the highest is the truth. */
  readonly revision: number;
  readonly course: Course;
  readonly phases: Readonly<Record<string, PhaseProgress>>;
  readonly failure?: { readonly phase: string; readonly reason: string };
  /** It waits for a person or a scheduled job to promote it: after which phase, and since when (ISO 8601). */
  readonly paused?: { readonly after: string; readonly at: string };
  /** What AWS does when nobody comes back. Kept before it is scheduled, and until it was taken away. */
  readonly revert?: ScheduledRevert;
  /** Weights before the first change of this rollout: what a rollback restores. */
  readonly weightsBefore?: Weights;
}

/**
 * A rollout that is about to begin.
 * @param last the latest one of this environment, if any
 * @param now milliseconds since the epoch
 */
export function openRollout(
  release: OpenRollout['release'],
  owner: RolloutOwner,
  last: OpenRollout | undefined,
  now: number,
): OpenRollout {
  const { id, commit } = release;
  return {
    version: 1,
    release: { id, ...(commit !== undefined && { commit }) },
    owner,
    openedAt: new Date(now).toISOString(),
    sequence: (last?.sequence ?? 0) + 1,
    revision: 0,
    course: 'forward',
    phases: last?.release.id === id ? doubtful(last) : {},
    // Whoever comes next takes it away before weights are moved.
    ...(last?.revert !== undefined && { revert: last.revert }),
  };
}

/** Phases in which the same release was not judged good: stacks that kept it there prove nothing. */
function doubtful({ phases, openedAt }: OpenRollout): OpenRollout['phases'] {
  const names = Object.keys(phases).filter((name) => phases[name]?.stage !== 'passed');
  return Object.fromEntries(names.map((name) => [name, { stage: 'pending', startedAt: openedAt }]));
}

export function withPhase(rollout: OpenRollout, phase: string, progress: PhaseProgress): OpenRollout {
  return { ...rollout, phases: { ...rollout.phases, [phase]: progress } };
}

/** Phases that were started, in the order of the environment: what a rollback has to look at. */
export function reachedPhases(rollout: OpenRollout, order: readonly string[]): readonly string[] {
  return order.filter((name) => {
    const stage = rollout.phases[name]?.stage;
    return stage !== undefined && stage !== 'pending';
  });
}

/** Of the copies that could be read, the one written last. */
export function newestCopy(copies: Iterable<OpenRollout | undefined>): OpenRollout | undefined {
  let newest: OpenRollout | undefined;
  for (const copy of copies) {
    if (copy !== undefined && (newest === undefined || isNewer(copy, newest))) newest = copy;
  }
  return newest;
}

function isNewer(copy: OpenRollout, than: OpenRollout): boolean {
  return copy.sequence === than.sequence ? copy.revision > than.revision : copy.sequence > than.sequence;
}
