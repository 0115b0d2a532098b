import type { FailoverPlan } from '../../failover/plan.ts';
import type { InstanceResult } from '../../report/run-result.ts';
import { isGood } from '../../rollout/state.ts';
import type { Environment } from '../../topology/model.ts';

type Release = FailoverPlan['release'];

/** What targets should have after a deployment. */
export interface Expected {
  readonly release: Release;
  /** Release that a target has; undefined: not known. */
  has(target: string): string | undefined;
}

/**
 * What targets should have now. A release that the rollback took back everywhere, or that nobody got, leaves what was there
 * before it; one that stopped half-way, or left a wave only, is still to be finished.
 * @param before the plan that was compiled last: while the rollout waited to be promoted it expected what is left now
 * @param recorded releases that targets are known to have: of all that something was taken back from
 */
export function expectedRelease(
  release: Release,
  results: readonly InstanceResult[],
  before: Pick<FailoverPlan, 'release' | 'targets'> | undefined,
  onFailure: Environment['onFailure'],
  recorded: ReadonlyMap<string, Release> = new Map(),
): Expected {
  // A wave that the rollback did not come to, as nothing changed there, is no better off with the release than without.
  const all = onFailure === 'rollback-all' && results.some(({ rollback }) => isBack(rollback));
  const got = new Set(
    results
      .map(({ target }) => target)
      .filter((name) =>
        results
          .filter(({ target }) => target === name)
          .every(({ state, rollback }) => isGood(state) && !isBack(rollback) && (!all || rollback !== undefined)),
      ),
  );
  const earlier = (name: string) => before?.targets.find((target) => target.name === name)?.release;
  const returned = [...recorded].find(([name, { id }]) => id !== release.id && !got.has(name))?.[1];
  return {
    release: all || got.size === 0 ? (returned ?? before?.release ?? release) : release,
    has: (name) => (got.has(name) ? release.id : (recorded.get(name)?.id ?? earlier(name))),
  };
}

/** Targets that something was taken back from. */
export function returnedTargets(results: readonly InstanceResult[]): ReadonlySet<string> {
  return new Set(results.filter(({ rollback }) => isBack(rollback)).map(({ target }) => target));
}

/** It is not kept on the release. One whose way back failed is lost, which is no reason to expect the release there. */
function isBack(rollback: InstanceResult['rollback']): boolean {
  return rollback !== undefined && rollback.state !== 'kept';
}
