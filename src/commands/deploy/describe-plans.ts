import type { Plan } from '../../report/plan-report.ts';
import { describePlan, type InstancePlan } from '../../rollout/plan.ts';
import type { Environment, StackDefinition, StackInstance } from '../../topology/model.ts';
import { plannedPhases } from './planned-phases.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { StackTemplate } from './stack-template.ts';

/** The plan of a deployment as it is shown: what changes in each stack, what to know of it, and how traffic moves. */
export async function describePlans(
  environment: Environment,
  plans: ReadonlyMap<string, InstancePlan>,
  { release, templateOf, earlierMs, forecast, seenTraffic }: PreparedRun,
): Promise<Plan> {
  const ordered = environment.phases.flatMap(({ instances }) => instances).flatMap(({ id }) => plans.get(id) ?? []);
  return {
    environment: environment.name,
    release: release.id,
    ...(release.commit !== undefined && { commit: release.commit }),
    instances: await Promise.all(
      ordered.map(async (item) => {
        const earlier = earlierMs.get(item.instance.id);
        const template = templateOf(item.instance.stack.key);
        const { switchesAtOnce, inRegion } = template;
        const shown = describePlan(item, {
          switchesAtOnce,
          ...(inRegion !== undefined && { inRegion }),
          ...(earlier !== undefined && { earlierMs: earlier }),
        });
        const without = [...releasedWithout(item.instance.stack, template), ...pausing(item.instance, template)];
        return { ...shown, notes: [...shown.notes, ...without, ...(await forecast(item))] };
      }),
    ),
    phases: plannedPhases(environment, plans, await seenTraffic()),
  };
}

/** A release is what it was when it was made: `in-region` adds nothing to one that comes by its id. */
function releasedWithout(
  { inRegion }: Pick<StackDefinition, 'inRegion'>,
  { unshifted }: Pick<StackTemplate, 'unshifted'>,
): readonly string[] {
  if (inRegion === undefined || unshifted.length === 0) return [];
  return [
    `in-region ${inRegion} is not in this release, which was made without it: ${unshifted.join(', ')} switch to the new code at once`,
  ];
}

/** What is paused, and what that costs: queues and streams keep what arrives, EventBridge does not. */
function pausing({ settings }: StackInstance, { consumers }: Pick<StackTemplate, 'consumers'>): readonly string[] {
  const kinds = (settings.pauseConsumers ?? []).filter((kind) => consumers.has(kind));
  if (kinds.length === 0) return [];
  const names = kinds.map((kind) => (kind === 'mapping' ? 'event source mappings' : `${kind}s`)).join(', ');
  const lost = kinds.some((kind) => kind !== 'mapping')
    ? '; what rules and schedules would have sent meanwhile is lost'
    : '';
  return [`pause-consumers: ${names} that are enabled are disabled while the stack is updated${lost}`];
}
