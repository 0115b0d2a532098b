import { UserError } from '../../../errors.ts';
import { tooFewGood } from '../../../failover/drill/served.ts';
import { namedTarget } from '../../../failover/move.ts';
import type { ReadinessCheck } from '../../../failover/readiness/model.ts';
import { wantedOf } from '../../../failover/wanted.ts';
import { type ActiveState, ALL_ACTIVE, activeTargets } from '../../../records/active-state-document.ts';
import { type DrillOutcome, openDrill } from '../../../records/drill-record.ts';
import type { RunResult } from '../../../report/run-result.ts';
import { withTargets } from '../../../topology/restrict.ts';
import { withRoles } from '../../../topology/with-role.ts';
import { proveTargets } from '../../deploy/prove-targets.ts';
import { createTargetWork } from '../../deploy/target-work.ts';
import { visibleActiveStates } from '../../shift/active-states.ts';
import { startProbes } from '../probing.ts';
import { lookAround } from '../readiness/readiness.ts';
import type { DrillAsked } from './drill.ts';
import { type DrillFacts, factsOf } from './facts.ts';
import { endOf } from './telling.ts';

/** Drills that move nothing: they take no lease and keep nobody out. */
export async function lookOnly(kind: 'readiness' | 'probe', asked: DrillAsked): Promise<RunResult> {
  const { environment, settings, options, context } = asked;
  const startedAt = context.clock.now();
  const works = createTargetWork(
    environment,
    { command: 'drill', lockWaitMs: 0, leases: false, makesBuckets: false },
    context,
  );
  const reachable = await proveTargets(works, options, context);
  const { targets } = withRoles(environment);
  const names = targets.map(({ name }) => name);
  const states = await visibleActiveStates(environment, reachable, context);
  const state = (await states?.read()) ?? ALL_ACTIVE;
  const facts = await factsOf(asked, kind, { works, reachable });
  const to = options.to === undefined ? names : [namedTarget(options.to, targets, 'to')];
  const about = { startedAt, from: [], to, returns: [], moves: [] };
  if (kind === 'probe') {
    const active = [...activeTargets(state, names)];
    const { probes, why } = await probed(active, facts, options.hold ?? settings.drill.holdMs);
    return endOf({ ...about, to: active, ...ended(why), readiness: [], deviations: [], probes }, facts, options);
  }
  const chosen = { whole: environment, environment: withTargets(environment, (name) => to.includes(name)) };
  const found = await lookAround({ ...chosen, excluded: new Set() }, context);
  const open = openProblem(state);
  const readiness = found.targets.map(({ target, checks }) => ({
    target,
    problems: [...(open === undefined ? [] : [open]), ...said(checks, 'missing')],
  }));
  const deviations = found.targets.flatMap(({ target, checks }) =>
    said(checks, 'unknown').map((text) => `${target}: ${text}`),
  );
  const problems = readiness.flatMap((one) => one.problems);
  const why = problems.length === 0 ? undefined : problems.join('; ');
  // What could not be found out is neither good nor bad.
  const end = why === undefined && deviations.length > 0 ? ({ outcome: 'not-measured' } as const) : ended(why);
  return endOf({ ...about, to: readiness.map(({ target }) => target), ...end, readiness, deviations }, facts, options);
}

function said(checks: readonly ReadinessCheck[], verdict: ReadinessCheck['verdict']): readonly string[] {
  return checks.filter((check) => check.verdict === verdict).map(({ subject, text }) => `${subject}: ${text}`);
}

function ended(why: string | undefined): { readonly outcome: DrillOutcome; readonly why?: string } {
  return why === undefined ? { outcome: 'passed' } : { outcome: 'failed', why };
}

/** What keeps everybody from drilling. */
function openProblem(state: ActiveState): string | undefined {
  const { failover } = state;
  const drill = openDrill(state);
  if (drill !== undefined) return `a drill of ${drill.who} since ${drill.at} has not ended`;
  return failover?.done === false ? `a failover of ${failover.who} since ${failover.at} has not ended` : undefined;
}

/** Asks what users ask for some time. */
async function probed(active: readonly string[], { plan, settings, context }: DrillFacts, forMs: number) {
  if (plan.probe === undefined) {
    throw new UserError('drill-no-probe', 'there is nothing to ask: no probe is configured', {
      fix: ['Add failover.probe with a URL under the public name, and deploy.'],
    });
  }
  const { clock, signal } = context;
  const probes = startProbes(plan.probe, context);
  const began = clock.now();
  await clock.sleep(Math.max(forMs, MINIMUM_MS), signal).finally(() => probes.stop(true));
  const wanted = wantedOf(active, plan.targets, probes.regionKnown);
  const { belowPercent } = settings.drill.abort;
  const windowMs = clock.now() - began;
  const rule = { share: belowPercent / 100, windowMs };
  return { probes, why: tooFewGood(probes.results, wanted, rule, began, clock.now()) };
}

/** Fewer probes would say nothing. */
const MINIMUM_MS = 3_000;
