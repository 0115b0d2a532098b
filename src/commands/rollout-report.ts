import type { RolloutReport } from '../report/status-report.ts';
import type { OpenRollout } from '../rollout/open-rollout.ts';
import { leftBy } from '../rollout/revert.ts';

/** A kept rollout as people and scripts see it. */
export function rolloutReport({
  release,
  course,
  openedAt,
  owner,
  paused,
  phases,
  failure,
  revert,
}: OpenRollout): RolloutReport {
  const stages = Object.entries(phases).map(([name, { stage }]) => [name, stage] as const);
  return {
    release,
    course,
    openedAt,
    who: owner.who,
    ...(paused !== undefined && { paused }),
    ...(revert !== undefined && {
      revert: { at: revert.at, targets: leftBy(revert), schedule: revert.name, region: revert.region },
    }),
    phases: Object.fromEntries(stages),
    ...(failure !== undefined && { reason: failure.reason }),
  };
}
