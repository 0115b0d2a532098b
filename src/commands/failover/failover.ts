import { contactRule } from '../../failover/contact-rules.ts';
import { lostRegions, type Move, survivors } from '../../failover/move.ts';
import { partitionOf } from '../../failover/partitions.ts';
import type { RecoveryPoint } from '../../failover/recovery-point.ts';
import { type FailoverEnd, type FailoverRequest, runFailover } from '../../failover/run.ts';
import type { Command } from '../command.ts';
import { runResult } from '../result.ts';
import { withBreakGlass } from './break-glass.ts';
import { checkConfirmation, reasonOf } from './consent.ts';
import { ENDS } from './ends.ts';
import { portsOf } from './failover-ports.ts';
import { fenceLeft, tellLeft } from './fence-left.ts';
import { openFences, type ToldFencing } from './fencing.ts';
import { loadPlan, requestOf } from './load-plan.ts';
import { pendingRevert } from './pending-revert.ts';
import { laterCopy } from './plan-copies.ts';
import { startProbes } from './probing.ts';
import { recoveryPointOf } from './recovery-point.ts';
import { reportOf, writeReport } from './reporting.ts';
import { startSourceProbes } from './source-probing.ts';
import { createSeizedLeases } from './survivors.ts';
import { createTakers } from './takers.ts';

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
  const lost = lostRegions(others, staying, plan.targets);
  const partition = partitionOf(staying, plan.targets);
  context.aws.restrictContacts(contactRule(plan.mechanism.kind, partition, lost, graceful));
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
  const force = options.force === true;
  // Without a time limit, somebody reads what is said of all of them before it is confirmed.
  const all = rehearse || graceful || options.confirm === undefined;
  const takers = createTakers(plan, survivors(request, plan.targets), { force, all }, context);
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
    force,
    rehearse,
    graceful,
  };
  const beside: Promise<readonly string[]>[] = [];
  const later = async () =>
    options.plan === undefined ? [] : [(await laterCopy(plan, staying, context)) ?? []].flat();
  let end: FailoverEnd | undefined;
  let recoveryPoint: RecoveryPoint | undefined;
  let fencing: ToldFencing | undefined;
  try {
    const confirm = (move: Move) => checkConfirmation(move, request, options, context);
    const said = { reason, override: options['override-safety-rules'] ?? [], graceful };
    const fences = openFences(plan, 'to' in request ? [request.to] : [], context);
    const moved = ({ active }: Move): void => {
      revert.moved(active);
      beside.push(later(), takers.rest(), ...('to' in request ? [] : [fences.lift(active)]));
    };
    const ports = portsOf(plan, { request, staying, said, leases, fences, moved }, context);
    const ready = (move: Move) => fences.ready(() => takers.ready(move), move.active);
    const all = { ...ports, confirm, ready, ...(probes !== undefined && { probes }) };
    const ended = await runFailover(asked, all);
    // Asked once traffic was told to move, and told at the end: it is moved by what is there.
    if (beside.length === 0) beside.push(later());
    const broken =
      ended.marks.actuated === undefined ? [] : said.override.map((rule) => `the safety rule ${rule} was overridden`);
    const warnings = [broken, ...(await Promise.all(beside)), await revert.end(ended)].flat();
    for (const text of warnings) report({ type: 'note', level: 'warning', text });
    recoveryPoint = await recoveryPointOf(plan, ended, probes?.results ?? [], context);
    end = { ...ended, deviations: [...ended.deviations, ...warnings, ...(recoveryPoint?.problems ?? [])] };
    const afterwards = (options.fence ?? plan.fence !== undefined) ? fenceLeft : tellLeft;
    const told = await afterwards(plan, end, asked, all, context);
    fencing = told.fencing;
    end = { ...end, deviations: [...end.deviations, ...told.deviations] };
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
