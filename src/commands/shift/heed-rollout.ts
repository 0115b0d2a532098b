import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { OpenRollout } from '../../rollout/open-rollout.ts';
import { sameWeights } from '../../rollout/weights.ts';
import type { Environment } from '../../topology/model.ts';
import type { Weights } from '../../traffic/model.ts';
import { gainingTargets, isRaised } from './gaining.ts';

export interface PlannedShift {
  /** With all its targets. */
  readonly environment: Pick<Environment, 'phases'>;
  readonly current: Weights;
  readonly next: Weights;
  /** Targets that did not get the release of a rollout that ended without them, see `behind.ts`. */
  readonly behind: ReadonlySet<string>;
}

/**
 * A change by hand while a rollout is open. Taking traffic from anybody is always allowed, and it is said what the rollout
 * makes of it later. More traffic for a target whose release is still being judged, or was judged bad, is refused: only
 * the rollout's own steps give it any.
 * @throws UserError `rollout-open`, `target-behind`
 */
export function heedRollout(
  rollout: OpenRollout,
  { environment, current, next, behind }: PlannedShift,
  { report }: Pick<RunContext, 'report'>,
): void {
  const unjudged = unjudgedTargets(rollout, environment);
  const gaining = gainingTargets(next, current);
  const refused = gaining.filter((name) => unjudged.has(name));
  const { release, openedAt, course, owner } = rollout;
  const what = `release ${release.id}, rolled out since ${openedAt} by ${owner.who}`;
  if (refused.length > 0) {
    const why = course === 'failed' ? 'was judged bad there' : 'has not been judged good there';
    throw new UserError('rollout-open', `${refused.join(', ')} would get more traffic, but ${what}, ${why}`, {
      fix: [
        course === 'failed'
          ? 'Return it with rollback --to previous, or deploy a better release.'
          : 'Let the rollout give it its traffic (deploy again, promote), or give it up first: abort.',
        'Traffic may be taken from any target meanwhile.',
      ],
    });
  }
  const late = gaining.filter((name) => behind.has(name));
  const raised = late.filter((name) => isRaised(name, next, current) && !isOnlyRefuge(name, next));
  if (raised.length > 0) {
    throw new UserError('target-behind', `${raised.join(', ')} would get more traffic, but has not got ${what}`, {
      fix: [
        `Deploy the same release again (deploy --release ${release.id}): what is behind gets it, is judged, and is given its traffic then.`,
        'The weights of other targets may be lowered meanwhile: TARGET=WEIGHT.',
      ],
    });
  }
  if (late.length > 0) {
    const text = `${late.join(', ')} gets a larger part of the traffic, but has not got ${what}: deploy that release again`;
    report({ type: 'note', level: 'warning', text });
  }
  if (course === 'closed' || course === 'failed') return;
  const way = rollout.paused === undefined ? 'is open' : `waits after ${rollout.paused.after} to be promoted`;
  const text = `a rollout ${way} (${what}): when it goes on, it takes the targets of each wave to their configured weights, and a rollback those that it reached to what they had before. Who is to stay without traffic has to be made inactive${heldOff(rollout, current)}`;
  report({ type: 'note', level: 'warning', text });
}

/** Of two targets one is left altogether, as in an emergency: an older release serves better than a region that is lost. */
function isOnlyRefuge(target: string, next: Weights): boolean {
  const others = Object.keys(next).filter((name) => name !== target);
  return others.length === 1 && others.every((name) => next[name] === 0);
}

/** A revert sets weights only where they are still those that it was scheduled against. */
function heldOff({ revert }: OpenRollout, current: Weights): string {
  if (revert === undefined || !sameWeights(current, revert.from)) return '';
  return `. With other weights its revert of ${revert.at} does nothing: nobody takes traffic from that release then but you`;
}

/** Targets of waves that were begun and not judged good. Where it waits to be promoted, the wave before that was. */
function unjudgedTargets(
  { phases: stages, course, paused }: OpenRollout,
  { phases }: Pick<Environment, 'phases'>,
): ReadonlySet<string> {
  const isBad = (name: string): boolean => {
    const stage = stages[name]?.stage;
    if (course === 'failed') return stage === 'failed';
    if (course === 'closed' || name === paused?.after) return false;
    return stage === 'started' || stage === 'deployed' || stage === 'failed';
  };
  const bad = phases.filter(({ kind, name }) => kind === 'wave' && isBad(name));
  return new Set(bad.flatMap(({ targets }) => targets));
}
