import { UserError } from '../../../errors.ts';
import type { DrillRequest } from '../../../failover/drill/ports.ts';
import { runDrill } from '../../../failover/drill/run.ts';
import { decideMove, type Move, survivors } from '../../../failover/move.ts';
import type { Options } from '../../../options/values.ts';
import type { KnownStates } from '../../../records/active-state.ts';
import type { ActiveState } from '../../../records/active-state-document.ts';
import { type DrillKind, type DrillRecord, leftOverDrill } from '../../../records/drill-record.ts';
import type { RunResult } from '../../../report/run-result.ts';
import { proveTargets } from '../../deploy/prove-targets.ts';
import { createTargetWork, DEFAULT_LOCK_WAIT_MS } from '../../deploy/target-work.ts';
import { activeStatesOf } from '../../shift/active-states.ts';
import { visibleJournal } from '../../visible-journal.ts';
import { checkConfirmation } from '../consent.ts';
import { requestOf } from '../load-plan.ts';
import { mechanismOf } from '../mechanism.ts';
import { startProbes } from '../probing.ts';
import type { DrillAsked } from './drill.ts';
import { endLeftOver } from './end.ts';
import { type DrillFacts, factsOf, uncancelled } from './facts.ts';
import { problemsOf } from './fitness.ts';
import { portsOf } from './ports.ts';
import { endOf } from './telling.ts';
import { noWayBack, type WayBack, wayBackOf } from './way-back.ts';
import { weightsNow } from './weights-back.ts';

const DEFAULT_REVERT_MS = 30 * 60_000;
const DEFAULT_PATIENCE_MS = 300_000;

/** A drill that moves traffic, or the end of one that was left over. It holds every target: nobody deploys meanwhile. */
export async function moveOrEnd(kind: DrillKind | undefined, asked: DrillAsked): Promise<RunResult> {
  const { environment, options, context } = asked;
  const startedAt = context.clock.now();
  const lockWaitMs = options['lock-wait'] ?? DEFAULT_LOCK_WAIT_MS;
  const leases = options['dry-run'] !== true;
  const works = createTargetWork(environment, { command: 'drill', lockWaitMs, leases, makesBuckets: false }, context);
  try {
    const reachable = await proveTargets(works, options, context);
    await Promise.all(reachable.map(async (work) => (await work.lease()).assertHeld()));
    const states = activeStatesOf(environment, reachable, context);
    const state = await states.read();
    const facts = await factsOf(asked, kind ?? state.drill?.kind ?? 'switchover', { works, reachable });
    const found = leftOverDrill(state);
    if (kind === undefined || found !== undefined)
      return await endLeftOver(found, { startedAt, facts, states, state, options, asOther: kind !== undefined });
    const missing = environment.targets.filter(({ name }) => !reachable.some(({ target }) => target.name === name));
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name).join(', ');
      throw new UserError('target-unreachable', `${names} cannot be reached: a drill needs every region`);
    }
    return await newDrill({ startedAt, facts, states, state, options });
  } finally {
    await Promise.all([...works.values()].map((work) => work.close()));
  }
}

interface NewDrill {
  readonly startedAt: number;
  readonly facts: DrillFacts;
  readonly states: KnownStates;
  readonly state: ActiveState;
  readonly options: Options;
}

async function newDrill({ startedAt, facts, states, state, options }: NewDrill): Promise<RunResult> {
  const { plan, settings, kind, context, id, who, reason } = facts;
  const request = requestOf(options, plan.targets);
  const move = decideMove(request, plan.targets, state);
  await refuseBadMoment(move, state, facts);
  const staying = survivors(request, plan.targets);
  mechanismOf(plan, staying, { reason, override: [], graceful: true }, context).check(move);
  const since = context.clock.now();
  const holdMs = options.hold ?? settings.drill.holdMs;
  const patienceMs = plan.probe?.timeoutMs ?? DEFAULT_PATIENCE_MS;
  const way = await wayOf(move, since, holdMs + 2 * patienceMs, facts, options);
  const weightsBefore = await weightsNow(plan, context);
  const record: DrillRecord = {
    ...(weightsBefore !== undefined && { weightsBefore }),
    ...{ id, kind, from: move.leaving, to: move.active, inactiveBefore: state.inactive },
    ...{ at: new Date(since).toISOString(), who, reason, returns: way.returns, injected: false },
  };
  const abort = { share: settings.drill.abort.belowPercent / 100, windowMs: settings.drill.abort.windowMs };
  const drill: DrillRequest = { record, targets: plan.targets, holdMs, patienceMs, abort };
  const about = { startedAt, from: move.leaving, to: move.active, returns: way.returns };
  if (options['dry-run'] === true) {
    const readiness = await Promise.all(
      [...move.leaving, ...move.active].map(async (target) => ({
        target,
        problems: await problemsOf(target, state, facts),
      })),
    );
    const problems = readiness.flatMap((one) => one.problems);
    const why = problems.length === 0 ? {} : { why: problems.join('; ') };
    return endOf({ ...about, outcome: 'rehearsed', ...why, readiness, moves: [], deviations: [] }, facts, options);
  }
  await checkConfirmation(move, request, options, context);
  const probes = plan.probe && startProbes(plan.probe, uncancelled(context));
  try {
    const parts = portsOf({ request, since, record, states, way, ...(probes && { probes }) }, facts);
    const end = await runDrill(drill, parts.ports);
    await probes?.stop(true);
    const { outcome, why, deviations, marks } = end;
    const told = { ...about, outcome, ...(why !== undefined && { why }), deviations, moves: parts.moves.reports };
    const injected = marks.injected === undefined ? {} : { injectedAt: marks.injected };
    return await endOf({ ...told, ...injected, readiness: [], ...(probes && { probes }) }, facts, options);
  } finally {
    await probes?.stop(false);
  }
}

/** @throws UserError for a day on which traffic is somewhere else than usual, or on its way */
async function refuseBadMoment(move: Move, state: ActiveState, facts: DrillFacts): Promise<void> {
  const { environment, context, kind, settings } = facts;
  const { failover } = state;
  if (failover?.done === false) {
    throw new UserError('failover-under-way', `${failover.who} is moving traffic since ${failover.at}`, {
      fix: ['Let it end, or repeat it.'],
    });
  }
  if (move.leaving.length === 0) {
    throw new UserError('drill-nothing-to-move', `nobody but ${move.active.join(', ')} is active`, {
      fix: ['Name a target to move to that does not serve alone.'],
    });
  }
  if (kind === 'outage' && settings.drill.inject === undefined) {
    throw new UserError('drill-inject-missing', 'nothing says what an outage drill breaks', {
      fix: ['Give failover.drill.inject with command and revert; or drill with kind switchover.'],
    });
  }
  const rollout = await (await visibleJournal(environment, context))?.readAll();
  if (rollout === undefined || rollout.course === 'closed' || rollout.course === 'failed') return;
  throw new UserError('rollout-open', `release ${rollout.release.id} is rolled out since ${rollout.openedAt}`, {
    fix: ['Let it end, promote it or give it up first: a drill begins where every target has the same release.'],
  });
}

/** @throws UserError `drill-no-way-back`, `drill-blind`, `drill-revert-early` */
async function wayOf(
  move: Move,
  since: number,
  longestMs: number,
  { plan, settings, who, context }: DrillFacts,
  options: Options,
): Promise<WayBack> {
  if (options.leave) {
    if (options['revert-after'] === undefined) return { returns: [], arrange: async () => {} };
    throw noWayBack('leave and revert-after exclude each other', 'Give one of them.');
  }
  const revertMs = options['revert-after'] ?? Math.max(DEFAULT_REVERT_MS, longestMs + 60_000);
  if (revertMs <= longestMs) {
    throw new UserError(
      'drill-revert-early',
      `the drill may take ${Math.ceil(longestMs / 60_000)} minutes: AWS would bring traffic back in the middle of it`,
      { fix: [`Give ${context.nameOption('revert-after')} more, or ${context.nameOption('hold')} less.`] },
    );
  }
  return wayBackOf({ plan, move, settings: settings.drill, since, at: since + revertMs, who }, context);
}
