/** A wave that a rollback takes back, before it does. */
export interface WaveToReturn {
  readonly kind: 'wave' | 'before' | 'after';
  readonly targets: readonly string[];
  /**
   * `bad`: its release was judged bad there, or not yet. `good`: it was judged good, and harms nobody until its turn comes.
   * `returned`: an earlier run took it back.
   */
  readonly judged: 'bad' | 'good' | 'returned';
  /** Targets that an earlier run could not take back. */
  readonly kept?: readonly string[];
}

/** Targets that a rollback has to take back and that have not come back so far: over all its waves, not one of them. */
export interface StillBad {
  /** The turn of a wave has come: who does not come back now stays behind. */
  begin(targets: readonly string[]): void;
  /** It serves what it returned to. */
  cameBack(target: string): void;
  /** Who may not gain when traffic leaves these. A wave that was judged good may take it, as long as it has not had its turn. */
  whenLeaving(targets: readonly string[]): ReadonlySet<string>;
  /** Who may not gain when weights are restored: that can wait until everybody had a turn. */
  whenRestoring(): ReadonlySet<string>;
  /** Whether no wave is left that may come back. */
  isOver(): boolean;
}

/** Of a rollback that begins. */
export function createStillBad(waves: readonly WaveToReturn[]): StillBad {
  const targetsOf = (judged: WaveToReturn['judged']): readonly string[] =>
    waves.filter((wave) => wave.kind === 'wave' && wave.judged === judged).flatMap(({ targets }) => targets);
  const bad = new Set([...targetsOf('bad'), ...waves.flatMap(({ kept = [] }) => kept)]);
  const good = new Set(targetsOf('good'));
  const waiting = new Set([...targetsOf('bad'), ...good]);
  return {
    begin(targets) {
      for (const target of targets) {
        bad.add(target);
        good.delete(target);
        waiting.delete(target);
      }
    },
    cameBack: (target) => void bad.delete(target),
    whenLeaving: (targets) => new Set([...bad, ...targets]),
    whenRestoring: () => new Set([...bad, ...good]),
    isOver: () => waiting.size === 0,
  };
}
