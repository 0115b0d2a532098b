import type { RunContext } from '../context.ts';
import { errorText } from '../errors.ts';
import { type ActiveState, activeTargets } from '../records/active-state-document.ts';
import { countsAsDrill, drillDue, drillHistoryKey, type PastDrill, readDrills } from '../records/drill-history.ts';
import { openDrill } from '../records/drill-record.ts';
import type { ActivityReport } from '../report/activity-report.ts';
import type { Environment } from '../topology/model.ts';
import { noteIn, visiblePlaces } from './record-places.ts';
import { visibleActiveStates } from './shift/active-states.ts';

/**
 * Who serves and what is remembered of moving that; changes nothing. Undefined where the environment neither fails over nor
 * ever moved anything, or nobody can tell.
 */
export async function visibleActivity(
  environment: Environment,
  context: RunContext,
): Promise<ActivityReport | undefined> {
  const { failover } = environment;
  const works = environment.targets.map((target) => ({ target, session: context.aws.session(target) }));
  try {
    const [states, places] = await Promise.all([
      visibleActiveStates(environment, works, context),
      failover === undefined ? [] : visiblePlaces(environment, works, context),
    ]);
    const [state, drills] = await Promise.all([
      states?.read(),
      readDrills(drillHistoryKey(environment), places, noteIn(context)),
    ]);
    if (failover === undefined && state?.failover === undefined) return undefined;
    const names = environment.targets.map(({ name }) => name);
    return activityReport(state ?? { inactive: [] }, drills, names, failover?.drill?.everyMs, context.clock.now());
  } catch (error) {
    context.signal.throwIfAborted();
    const text = `which targets are active cannot be read: ${errorText(error)}`;
    context.report({ type: 'note', level: 'warning', text });
    return undefined;
  }
}

/** @param now milliseconds since the epoch */
export function activityReport(
  state: Pick<ActiveState, 'inactive' | 'failover' | 'drill'>,
  drills: readonly PastDrill[],
  names: readonly string[],
  everyMs: number | undefined,
  now: number,
): ActivityReport {
  const { inactive, failover, drill } = state;
  const active = activeTargets({ version: 1, serial: 0, inactive }, names);
  const open = openDrill(state);
  const last = drills.at(-1);
  const counted = drills.findLast(countsAsDrill);
  const due = everyMs === undefined ? undefined : drillDue(drills, everyMs, now);
  return {
    active: [...active],
    inactive: names.filter((name) => !active.has(name)),
    ...(failover !== undefined && { failover }),
    ...(open !== undefined && { openDrill: open }),
    ...(open === undefined && drill?.injected && { injected: true }),
    ...(open === undefined && drill?.returns[0] && { scheduled: drill.returns[0].at }),
    ...(last !== undefined && { lastDrill: last }),
    ...(due !== undefined && {
      nextDrill: {
        due: new Date(due).toISOString(),
        overdue: due <= now,
        ...(counted !== undefined && { last: counted.endedAt }),
      },
    }),
  };
}
