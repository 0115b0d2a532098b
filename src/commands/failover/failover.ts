import type { RunContext } from '../../context.ts';
import { contactRule } from '../../failover/contact-rules.ts';
import { keptTargets, lostRegions, type Move, survivors } from '../../failover/move.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { RecoveryPoint } from '../../failover/recovery-point.ts';
import { type FailoverEnd, type FailoverPorts, type FailoverRequest, runFailover } from '../../failover/run.ts';
import { createActiveStates } from '../../records/active-state.ts';
import { activeStateKey } from '../../records/active-state-document.ts';
import { sameNames } from '../../same-names.ts';
import type { Command } from '../command.ts';
import { runResult } from '../result.ts';
import { withBreakGlass } from './break-glass.ts';
import { checkConfirmation, reasonOf } from './consent.ts';
import { consumersOfPlan } from './consumers.ts';
import { endedReturns } from './drill/ended-returns.ts';
import { ENDS } from './ends.ts';
import { fenceLeft } from './fence-left.ts';
import { type Fences, openFences, type ToldFencing } from './fencing.ts';
import { hooksOfPlan } from './hooks.ts';
import { loadPlan, requestOf } from './load-plan.ts';
import { mechanismOf, type Said } from './mechanism.ts';
import { pendingRevert } from './pending-revert.ts';
import { laterCopy } from './plan-copies.ts';
import { startProbes } from './probing.ts';
import { recoveryPointOf } from './recovery-point.ts';
import { reportOf, writeReport } from './reporting.ts';
import { startSourceProbes } from './source-probing.ts';
import { createSeizedLeases, placesOf, type SeizedLeases } from './survivors.ts';
import { createTakers } from './takers.ts';

/** One region that is slow must not hide what the others know: less than a failover waits for all of them. */
const PLACE_PATIENCE_MS = 1_500;

/** Moves traffic and the role of being active away from a region that is lost or has to be left. */
export const failover: Command = async (options, context) => {
  try {
    return await moveAway(options, context);
  } catch (error) {
    throw withBreakGlass(error, options.to);
  }
};

const moveAway: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const rehearse = options['dry-run'] === true;
  const reason = reasonOf(options, rehearse);
  const plan = await loadPlan(options, context);
  const request = requestOf(options, plan.targets);
  const graceful = options.graceful === true;
  const names = plan.targets.map(({ name }) => name);
  // A graceful move asks who is left to stop first; otherwise nothing is asked of a region that may be lost.
  const staying = graceful ? names : survivors(request, plan.targets);
  const others = names.filter((name) => !staying.includes(name));
  context.aws.restrictContacts(contactRule(plan.mechanism.kind, lostRegions(others, staying, plan.targets), graceful));
  const { application, environment } = plan;
  const { version, report } = context;
  report({
    type: 'run.started',
    command: 'failover',
    version,
    application,
    environment,
    targets: names,
    dryRun: rehearse,
  });
  const takers = createTakers(plan, survivors(request, plan.targets), options.force === true, context);
  const later = options.plan === undefined ? undefined : laterCopy(plan, staying, context);
  const revert = pendingRevert(plan, staying, context);
  const probes = plan.probe && startProbes(plan.probe, context);
  const source = plan.authority && startSourceProbes(plan.authority, context);
  const leases = createSeizedLeases(plan, context);
  const { incident } = options;
  const asked: FailoverRequest = {
    request,
    targets: plan.targets,
    id: context.origin.runId,
    who: context.origin.who,
    reason,
    ...(incident !== undefined && { incident }),
    force: options.force === true,
    rehearse,
    graceful,
  };
  let end: FailoverEnd | undefined;
  let recoveryPoint: RecoveryPoint | undefined;
  let fencing: ToldFencing | undefined;
  try {
    const confirm = (move: Move) => checkConfirmation(move, request, options, context);
    const said = { reason, override: options['override-safety-rules'] ?? [], graceful };
    const fences = openFences(plan, staying, context);
    const ports = portsOf(plan, staying, { leases, fences }, said, context);
    const ready = (move: Move) => fences.ready(() => takers.ready(move), move.active);
    const all = { ...ports, confirm, ready, ...(probes !== undefined && { probes }) };
    const ended = await runFailover(asked, all);
    // Asked beside the failover, and told at its end: it moves traffic by what it has.
    const warnings = [(await later) ?? [], await revert.end(ended)].flat();
    for (const text of warnings) report({ type: 'note', level: 'warning', text });
    recoveryPoint = await recoveryPointOf(plan, ended, probes?.results ?? [], context);
    end = { ...ended, deviations: [...ended.deviations, ...warnings, ...(recoveryPoint?.problems ?? [])] };
    if (options.fence ?? plan.fence !== undefined) {
      const fenced = await fenceLeft(plan, end, asked, all, context);
      fencing = fenced.fencing;
      end = { ...end, deviations: [...end.deviations, ...fenced.deviations] };
    }
  } finally {
    await Promise.all([probes?.stop(end !== undefined), source?.stop(), leases.release()]);
    context.aws.restrictContacts(undefined);
  }
  const measured = {
    ...(probes !== undefined && { probes }),
    ...(source !== undefined && { source }),
    ...(recoveryPoint !== undefined && { recoveryPoint }),
    ...(fencing !== undefined && { fencing }),
  };
  const told = await reportOf({ plan, asked, end, startedAt, ...measured }, context);
  await writeReport(told, probes?.results ?? [], options['report-folder'], context);
  return runResult(
    { application, name: environment },
    {
      command: 'failover',
      startedAt,
      instances: [],
      release: plan.release,
      ...ENDS[end.outcome],
      failover: told,
      notes: end.deviations,
      ...(end.failure !== undefined && { failure: end.failure }),
    },
    context,
  );
};

/** The effects of a failover on real AWS. */
function portsOf(
  plan: StoredPlan,
  staying: readonly string[],
  { leases, fences }: { readonly leases: SeizedLeases; readonly fences: Fences },
  said: Said,
  context: RunContext,
): Omit<FailoverPorts, 'confirm' | 'probes'> {
  const { clock, report, signal } = context;
  const key = activeStateKey({ application: plan.application, name: plan.environment });
  const note = (text: string, target: string): void => report({ type: 'note', level: 'warning', text, target });
  const patience = patienceOf(clock, PLACE_PATIENCE_MS);
  let states = createActiveStates(key, placesOf(plan, staying, context), note, clock, patience);
  const graceful = staying.length === plan.targets.length;
  const [consumers, hooks] = [consumersOfPlan(plan, context), hooksOfPlan(plan, context)];
  const mechanism = mechanismOf(plan, staying, said, context);
  return {
    clock,
    report,
    signal,
    ...(consumers !== undefined && { consumers }),
    ...(hooks !== undefined && { hooks }),
    state: { read: () => states.read(), save: (state) => states.save(state) },
    mechanism: {
      ...mechanism,
      // Users are not sent to functions that an earlier failover stopped.
      apply: async (move, stop) => [...(await fences.lift(move.active)), ...(await mechanism.apply(move, stop))],
    },
    stopDeployments: ({ active }) => leases.seize(graceful ? staying : active),
    endDrill: (drill) => endedReturns(drill, plan, context),
    async narrow(move) {
      if (graceful) return undefined;
      const lost = lostRegions(move.leaving, move.active, plan.targets);
      context.aws.restrictContacts(contactRule(plan.mechanism.kind, lost));
      // Who was not active before may be there too: what is decided now is kept in every region that survives.
      const kept = keptTargets(move, plan.targets);
      if (sameNames(kept, staying)) return undefined;
      states = createActiveStates(key, placesOf(plan, kept, context), note, clock, patience);
      return states.read();
    },
  };
}
