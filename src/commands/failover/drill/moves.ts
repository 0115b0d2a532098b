import type { RunContext } from '../../../context.ts';
import { drillRule } from '../../../failover/contact-rules.ts';
import type { DrillMove } from '../../../failover/drill/ports.ts';
import { awayMove, bringAllBack, settleTraffic, stayAway } from '../../../failover/drill/return.ts';
import { runFailback } from '../../../failover/failback.ts';
import { keptTargets, lostRegions, type Move, type Request, survivors } from '../../../failover/move.ts';
import { partitionOf } from '../../../failover/partitions.ts';
import type { FailoverReport } from '../../../failover/report.ts';
import { type FailoverEnd, type FailoverPorts, runFailover } from '../../../failover/run.ts';
import { type ActiveStates, createActiveStates, type KnownStates } from '../../../records/active-state.ts';
import { activeStateKey } from '../../../records/active-state-document.ts';
import type { DrillRecord } from '../../../records/drill-record.ts';
import { noteIn } from '../../record-places.ts';
import { goodTargets } from '../../shift/facts.ts';
import { consumersOfPlan } from '../consumers.ts';
import { failingSince } from '../failback-gates.ts';
import { returnParts } from '../failback-steps.ts';
import { hooksOfPlan } from '../hooks.ts';
import { mechanismOf, type Said } from '../mechanism.ts';
import type { RunningProbes } from '../probing.ts';
import { recoveryPointOf } from '../recovery-point.ts';
import { reportOf } from '../reporting.ts';
import { assertStillHeld } from '../still-held.ts';
import { placesOf } from '../survivors.ts';
import { type DrillFacts, uncancelled } from './facts.ts';
import { unexpectedSignals } from './way-back.ts';
import { restoreWeights } from './weights-back.ts';

export interface DrillMoves {
  away(): Promise<DrillMove>;
  back(): Promise<DrillMove>;
  stay(): Promise<void>;
  settle(): Promise<void>;
  /** Of the moves that were made. */
  readonly reports: readonly FailoverReport[];
}

export interface MovesRequest {
  readonly request: Request;
  readonly record: DrillRecord;
  /** What stop signals say of when. */
  readonly since: number;
  readonly states: KnownStates;
  readonly probes?: RunningProbes;
  /** When something was injected; the time of recovery counts from there. */
  readonly injectedAt: () => number | undefined;
}

/** The moves of a drill: those of a failover and of a failback, with everything that they decide and measure. */
export function createMoves(moves: MovesRequest, facts: DrillFacts): DrillMoves {
  const reports: FailoverReport[] = [];
  const { states, record, probes } = moves;
  const { plan, environment, context, reachable } = facts;
  const calm = uncancelled(context);
  const [consumers, hooks] = [consumersOfPlan(plan, calm), hooksOfPlan(plan, calm)];
  const parts = { ...(consumers !== undefined && { consumers }), ...(hooks !== undefined && { hooks }) };
  const held = { clock: context.clock, assertHeld: () => assertStillHeld(reachable) };
  const told = async (end: FailoverEnd, startedAt: number, began = startedAt): Promise<FailoverReport> => {
    const own = probes && since(probes, startedAt);
    const point = await recoveryPointOf(plan, end, own?.results ?? [], calm);
    context.aws.restrictContacts(undefined);
    const measured = { ...(own && { probes: own }), ...(point && { recoveryPoint: point }) };
    const report = await reportOf({ plan, asked: facts, end, startedAt, ...measured }, onlySince(began, context));
    reports.push(report);
    return report;
  };
  const failover = async (request: Request, run: RunContext, kept: ActiveStates, sinceMs?: number) => {
    const staying = survivors(request, plan.targets);
    // As in an outage, nothing of what is left is stopped first.
    const graceful = record.kind !== 'outage';
    const asked = { ...askedOf(facts), request, targets: plan.targets, drill: record.id, graceful };
    const ports: FailoverPorts = {
      clock: run.clock,
      report: run.report,
      signal: run.signal,
      state: { read: () => kept.read(), save: (...next) => kept.save(...next), look: () => states.look() },
      mechanism: mechanismOf(plan, staying, saidOf(facts), run, sinceMs),
      // This run holds the leases itself.
      stopDeployments: async () => {},
      confirm: async () => {},
      narrow: async () => {},
      ...parts,
      ...(probes && { probes }),
    };
    return runFailover(asked, ports);
  };

  return {
    reports,
    async away() {
      const startedAt = moves.injectedAt() ?? context.clock.now();
      const began = context.clock.now();
      const move = awayMove(record, plan.targets);
      const end =
        record.kind === 'outage'
          ? await asIfLost(move, facts, states, (kept) => failover(moves.request, context, kept, moves.since))
          : await failover(moves.request, context, states, moves.since);
      const { rto, rpo } = await told(end, startedAt, began);
      const odd = await unexpectedSignals(plan, move, moves.since, context);
      const missed = [
        rto.met === false ? `recovery took ${rto.seconds} s, and the objective is ${rto.objectiveSeconds} s` : '',
        rpo.met === false ? `${rpo.boundSeconds} s may be missing, and the objective is ${rpo.objectiveSeconds} s` : '',
      ];
      return { end, missed: [...missed.filter((text) => text !== ''), ...odd] };
    },

    back: () =>
      bringAllBack(record, plan.targets, {
        ...held,
        state: states,
        async failback(returning, before, move) {
          const startedAt = context.clock.now();
          const away = { active: move.active.filter((name) => name !== returning), leaving: [returning] };
          const was = { ...away, inactive: [...move.inactive, returning] };
          const good = await goodTargets(environment, new Map(reachable.map((work) => [work.target.name, work])));
          const steps = await returnParts(plan, returning, move, was, good, saidOf(facts).reason, calm);
          const { id, who, reason } = askedOf(facts);
          const at = new Date(startedAt).toISOString();
          const mechanism = plan.mechanism.kind;
          const failback = { id, who, reason, from: [], to: move.active, mechanism, at, drill: record.id };
          const { report, signal } = calm;
          const judge = (from: number) => failingSince(from, returning, plan, environment, calm);
          const end = await runFailback(
            { returning, targets: plan.targets, before, record: failback },
            { ...steps, ...parts, ...held, judge, report, signal, state: states, ...(probes && { probes }) },
          );
          await told(end, startedAt);
          return end;
        },
        async leave(name) {
          const startedAt = context.clock.now();
          const end = await failover({ from: name }, calm, states);
          await told(end, startedAt);
          return end;
        },
        restoreWeights: async (guard) => {
          if (record.weightsBefore !== undefined) await restoreWeights(record.weightsBefore, plan, guard, calm);
        },
      }),

    stay: () =>
      stayAway(record, plan.targets, { ...held, ...parts, state: states }, async (move, guard) => {
        for (const text of await mechanismOf(plan, record.to, saidOf(facts), calm).apply(move, calm.signal, guard))
          context.report({ type: 'note', level: 'warning', text });
      }),

    settle: () =>
      settleTraffic(record, plan.targets, { ...held, state: states }, async (move, guard) => {
        // It has ended: nobody counts as lost.
        const everybody = plan.targets.map(({ name }) => name);
        const mechanism = mechanismOf(plan, everybody, { ...saidOf(facts), graceful: true }, calm);
        for (const text of await mechanism.apply(move, calm.signal, guard))
          context.report({ type: 'note', level: 'warning', text });
      }),
  };
}

function askedOf({ id, who, reason, incident }: DrillFacts) {
  const asked = { id, who, reason: `drill: ${reason}`, force: false, rehearse: false };
  return { ...asked, ...(incident !== undefined && { incident }) };
}

/** What mechanisms remember of the run. */
function saidOf({ reason, kind }: DrillFacts): Said {
  return { reason: `drill: ${reason}`, override: [], graceful: kind !== 'outage' };
}

/**
 * Nothing is asked of the regions that are left, as in an outage, but to keep the leases of this run and to look whether a
 * failover has begun: its own state lies with the others meanwhile.
 */
async function asIfLost<T>(
  move: Move,
  { plan, context }: DrillFacts,
  states: KnownStates,
  act: (states: ActiveStates) => Promise<T>,
): Promise<T> {
  const lost = lostRegions(move.leaving, move.active, plan.targets);
  const kept = keptTargets(move, plan.targets);
  const key = activeStateKey({ application: plan.application, name: plan.environment });
  context.aws.restrictContacts(drillRule(plan.mechanism.kind, partitionOf(move.active, plan.targets), lost));
  const own = createActiveStates(key, placesOf(plan, kept, context), noteIn(context), context.clock);
  try {
    return await act(own);
  } finally {
    context.aws.restrictContacts(undefined);
    await states.read();
    // Where nobody of them answers just now, what was kept there is known all the same.
    states.learn(own.known());
  }
}

function since(probes: RunningProbes, from: number): RunningProbes {
  return { ...probes, results: probes.results.filter(({ at }) => at >= from) };
}

/** The run with what it contacted from then on. */
function onlySince(from: number, context: RunContext): RunContext {
  const { ledger } = context.aws;
  const entries = ledger.entries.filter(({ at }) => at >= from);
  const refused = ledger.refused.filter(({ at }) => at >= from);
  const contacted = context.contacted.filter(({ at }) => at >= from);
  return { ...context, contacted, aws: { ...context.aws, ledger: { ...ledger, entries, refused } } };
}
