import type { OpenRollout, PhaseProgress } from './open-rollout.ts';
import { withPhase } from './open-rollout.ts';
import type { Journal } from './ports.ts';

/** How far a rollout is, kept in AWS step by step so that whoever comes next can go on from there. */
export interface Progress {
  readonly current: OpenRollout;
  of(phase: string): PhaseProgress | undefined;
  /** Kept with the next write: losing it repeats nothing that changes anything. */
  note(phase: string, progress: PhaseProgress): void;
  /** Kept in the regions that keep every step. */
  mark(phase: string, progress: PhaseProgress): Promise<void>;
  /** Kept in the region of every target: decisions that nobody may miss. */
  decide(
    change: Partial<Pick<OpenRollout, 'course' | 'failure' | 'weightsBefore' | 'paused' | 'revert'>>,
  ): Promise<void>;
  /** Several steps in one write. */
  batch(change: (rollout: OpenRollout) => OpenRollout, where: 'everywhere' | 'keepers'): Promise<void>;
}

export function createProgress(start: OpenRollout, journal: Journal): Progress {
  let current = start;
  /** The last one that was sent: one that nobody said to be kept may lie there all the same, and is never used again. */
  let { revision } = start;
  const batch: Progress['batch'] = async (change, where) => {
    revision += 1;
    const next = { ...change(current), revision };
    await journal.save(next, where);
    current = next;
  };
  return {
    get current() {
      return current;
    },
    of: (phase) => current.phases[phase],
    batch,
    note: (phase, progress) => {
      current = withPhase(current, phase, progress);
    },
    // The first write opens the rollout: nobody may miss it.
    mark: (phase, progress) =>
      batch((rollout) => withPhase(rollout, phase, progress), current.revision === 0 ? 'everywhere' : 'keepers'),
    decide: (change) => batch((rollout) => ({ ...rollout, ...change }), 'everywhere'),
  };
}
