import type { RunContext } from '../../context.ts';
import type { Plan, PlannedInstance } from '../../report/plan-report.ts';
import { describePlan } from '../../rollout/plan.ts';
import type { ReturningPhase } from '../../rollout/return-weights.ts';
import type { RecordedRelease } from '../../rollout/rollback-ports.ts';
import { type ShownTraffic, shownReturn } from '../../rollout/shown-return.ts';
import type { Preparation } from '../../stack/model.ts';
import type { Environment } from '../../topology/model.ts';
import type { RollbackTraffic } from './return-ports.ts';
import type { PreparedRollback } from './rollback-work.ts';
import { seenReturn } from './seen-return.ts';

/** What is returned to, where it is one release for all. */
export function releaseOf(prepared: readonly PreparedRollback[]): RecordedRelease | undefined {
  const releases = releasesOf(prepared);
  return releases.length === 1 ? releases[0] : undefined;
}

function releasesOf(prepared: readonly PreparedRollback[]): readonly RecordedRelease[] {
  return [...new Map(prepared.flatMap(({ step: { to } }) => (to === undefined ? [] : [[to.id, to]]))).values()];
}

/** A rollback as a plan: what changes in each stack, and why some stay. */
export function rollbackPlan(
  { name, phases }: Environment,
  prepared: readonly PreparedRollback[],
  order: Plan['phases'],
): Plan {
  const items = new Map(prepared.map((item) => [item.instance.id, item]));
  const instances = phases.flatMap((phase) =>
    phase.instances.flatMap(({ id }) => {
      const item = items.get(id);
      return item === undefined ? [] : [planned(item, phase.name)];
    }),
  );
  const ids = releasesOf(prepared).map(({ id }) => id);
  const of = releaseOf(prepared) ?? { id: ids.join(', ') || 'as it is' };
  const commit = of.commit === undefined ? {} : { commit: of.commit };
  return { environment: name, release: of.id, ...commit, instances, phases: order };
}

/** The phases as they return, what was deployed last first, with how their traffic moves. */
export function returnOrder(
  { phases }: Environment,
  prepared: readonly PreparedRollback[],
  { resumes }: Pick<RollbackTraffic, 'resumes'>,
  traffic: ShownTraffic | undefined,
): Plan['phases'] {
  const items = new Map(prepared.map((item) => [item.instance.id, item]));
  const expected = phases.toReversed().map((phase): ReturningPhase => {
    const own = (target: string) =>
      phase.instances.filter((instance) => instance.target.name === target).flatMap(({ id }) => items.get(id) ?? []);
    const changes = ({ ready }: PreparedRollback): boolean => ready?.preparation.kind === 'change-set';
    const changing = new Set(phase.targets.filter((name) => own(name).some(changes)));
    const good = phase.targets.filter((name) => own(name).every(({ failed }) => failed === undefined));
    // Where nothing changes the traffic stays, but for what a run that was lost did not restore.
    const done = changing.size === 0 && !resumes;
    const [back, there] = done ? [[], good] : [good, []];
    return {
      phase,
      wave: { judged: 'good' },
      leaving: [...changing],
      changing,
      back: new Set(back),
      there: new Set(there),
    };
  });
  return shownReturn(expected, traffic);
}

/** Traffic as it is now; undefined where none is moved. */
export async function shownTraffic(
  { traffic: settings }: Pick<Environment, 'traffic'>,
  { ports, kept }: RollbackTraffic,
  context: RunContext,
): Promise<ShownTraffic | undefined> {
  const seen = settings && ports && (await seenReturn(ports, context));
  if (seen === undefined || ports === undefined) return undefined;
  const { weightsBefore: before } = kept.current;
  const { settleMs } = ports.driver;
  return { ...seen, settings: ports.settings, settleMs, ...(before !== undefined && { before }) };
}

function planned({ instance, step, ready, failed }: PreparedRollback, phase: string): PlannedInstance {
  const preparation: Preparation = failed ?? ready?.preparation ?? unprepared(step);
  const shown = describePlan(
    { instance, phase, inputs: { kind: 'waiting', for: [] }, preparation },
    { switchesAtOnce: [] },
  );
  const { from, to } = step;
  const way = to === undefined ? [] : [`${from?.id ?? 'what it has'} → ${to.id}`];
  const why = step.kind === 'stays' && step.reason !== undefined ? [`stays: ${step.reason}`] : [];
  return { ...shown, notes: [...way, ...why, ...step.notes, ...shown.notes] };
}

/** Nothing was asked of CloudFormation for it. */
function unprepared({ kind, reason, needs }: PreparedRollback['step']): Preparation {
  if (kind === 'refused') {
    const fix =
      needs === undefined ? [] : ['Add --accept-data-loss (input "accept-data-loss") if the data may be lost.'];
    return { kind: 'failed', state: 'failed', reason: reason ?? 'it cannot return', failures: [], fix };
  }
  return {
    kind: 'no-change',
    stackId: '',
    before: { stackId: '', status: '', changedAt: '' },
    outputs: {},
    notes: [],
  };
}
