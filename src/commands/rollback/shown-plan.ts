import type { Plan, PlannedInstance } from '../../report/events.ts';
import { describePlan } from '../../rollout/plan.ts';
import type { RecordedRelease } from '../../rollout/rollback-ports.ts';
import type { Preparation } from '../../stack/model.ts';
import type { Environment } from '../../topology/model.ts';
import type { PreparedRollback } from './rollback-work.ts';

export interface ShownRollback {
  readonly plan: Plan;
  /** What is returned to, where it is one release for all. */
  readonly release: RecordedRelease | undefined;
}

/** A rollback as a plan: what changes in each stack, and why some stay. */
export function rollbackPlan({ name, phases }: Environment, prepared: readonly PreparedRollback[]): ShownRollback {
  const items = new Map(prepared.map((item) => [item.instance.id, item]));
  const instances = phases.flatMap((phase) =>
    phase.instances.flatMap(({ id }) => {
      const item = items.get(id);
      return item === undefined ? [] : [planned(item, phase.name)];
    }),
  );
  const releases = new Map(prepared.flatMap(({ step }) => (step.to === undefined ? [] : [[step.to.id, step.to]])));
  const [release] = releases.size === 1 ? releases.values() : [];
  const order = phases.toReversed().map(({ name: phase, targets }) => ({ name: phase, targets }));
  const of = release ?? { id: [...releases.keys()].join(', ') || 'as it is' };
  return {
    plan: {
      environment: name,
      release: of.id,
      ...(of.commit !== undefined && { commit: of.commit }),
      instances,
      phases: order,
    },
    release,
  };
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
