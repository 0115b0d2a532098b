import { UserError } from '../../errors.ts';
import { type FailbackRequest, isBack, returnOf, runFailback } from '../../failover/failback.ts';
import { namedTarget } from '../../failover/move.ts';
import type { FailoverEnd } from '../../failover/run.ts';
import { withRoles } from '../../topology/with-role.ts';
import type { Command } from '../command.ts';
import { proveTargets } from '../deploy/prove-targets.ts';
import { createTargetWork, DEFAULT_LOCK_WAIT_MS } from '../deploy/target-work.ts';
import { environmentOf } from '../environment.ts';
import { refuseOpenDrill } from '../refuse-drill.ts';
import { runResult } from '../result.ts';
import { activeStatesOf } from '../shift/active-states.ts';
import { goodTargets } from '../shift/facts.ts';
import { openBacklog } from './backlog.ts';
import { checkConfirmation, reasonOf } from './consent.ts';
import { consumersOfPlan } from './consumers.ts';
import { ENDS } from './ends.ts';
import { assertReady, failingSince, refuseUnready } from './failback-gates.ts';
import { returnParts } from './failback-steps.ts';
import { openFences } from './fencing.ts';
import { hooksOfPlan } from './hooks.ts';
import { planOfEnvironment } from './load-plan.ts';
import { startProbes } from './probing.ts';
import { reportOf, writeReport } from './reporting.ts';
import { assertStillHeld } from './still-held.ts';

/** Brings a region back that a failover left: only through gates, and in steps where the mechanism knows them. */
export const failback: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const rehearse = options['dry-run'] === true;
  const reason = reasonOf(options, rehearse);
  const { whole: environment } = await environmentOf(options, context, { templates: false });
  const { application, name } = environment;
  const { version, report, clock } = context;
  const names = environment.targets.map((target) => target.name);
  report({
    type: 'run.started',
    command: 'failback',
    version,
    application,
    environment: name,
    targets: names,
    dryRun: rehearse,
  });
  const wait = { command: 'failback', lockWaitMs: options['lock-wait'] ?? DEFAULT_LOCK_WAIT_MS, leases: !rehearse };
  const works = createTargetWork(environment, { ...wait, makesBuckets: false }, context);
  try {
    const reachable = await proveTargets(works, options, context);
    const missing = names.filter((target) => !reachable.some((work) => work.target.name === target));
    if (missing.length > 0) {
      throw new UserError(
        'target-unreachable',
        `${missing.join(', ')} cannot be reached: a failback needs every region`,
      );
    }
    await Promise.all(reachable.map(async (work) => (await work.lease()).assertHeld()));
    const states = activeStatesOf(environment, reachable, context);
    const before = await states.read();
    refuseOpenDrill(before);
    const { targets } = withRoles(environment);
    const returning = returningOf(options.to, before.inactive, targets);
    const plan = await planOfEnvironment(
      environment,
      names.filter((target) => !before.inactive.includes(target)),
      context,
    );
    const move = returnOf({ returning, targets, before });
    const done = isBack(returning, before, move);
    const id = context.origin.runId;
    const { incident } = options;
    const asked = { id, who: context.origin.who, reason, ...(incident !== undefined && { incident }) };
    let end: FailoverEnd = { outcome: done ? 'already-active' : 'rehearsed', move, marks: {}, deviations: [] };
    const fences = openFences(plan, [returning], context);
    const stopped = done ? [] : await fences.stopped(returning);
    const confirm = once(() => checkConfirmation(move, { to: returning }, options, context));
    const unfenced: string[] = [];
    if (stopped.length > 0) {
      const text = `${returning} is fenced: ${stopped.join(', ')} takes no calls`;
      report({ type: 'note', level: 'warning', text: rehearse ? `${text}, so its gates may not pass` : text });
      // What gates ask of it must be able to answer; nothing else sends calls there yet.
      if (!rehearse) {
        await confirm();
        unfenced.push(...(await fences.lift([returning])));
      }
    }
    const gates = done ? [] : await assertReady(returning, plan, before, environment, works, context);
    const backlog = done ? undefined : await openBacklog({ returning, before, move }, plan, environment, context);
    refuseUnready(returning, (await backlog?.before(!rehearse)) ?? []);
    const probes = !done && !rehearse && plan.probe ? startProbes(plan.probe, context) : undefined;
    if (!done && !rehearse) {
      try {
        await confirm();
        const away = {
          active: move.active.filter((target) => target !== returning),
          inactive: [...move.inactive, returning],
        };
        const good = await goodTargets(environment, works);
        const parts = await returnParts(
          plan,
          returning,
          move,
          { ...away, leaving: [returning] },
          good,
          reason,
          context,
        );
        const record = {
          ...asked,
          from: [],
          to: move.active,
          mechanism: plan.mechanism.kind,
          at: new Date(clock.now()).toISOString(),
        };
        const request: FailbackRequest = { returning, targets, before, record };
        const assertHeld = () => assertStillHeld(reachable);
        const [consumers, hooks] = [consumersOfPlan(plan, context), hooksOfPlan(plan, context)];
        const judge = (since: number) => failingSince(since, returning, plan, environment, context);
        const ports = {
          ...parts,
          assertHeld,
          judge,
          clock,
          report,
          signal: context.signal,
          state: states,
          ...(consumers !== undefined && { consumers }),
          ...(hooks !== undefined && { hooks }),
          ...(backlog?.started !== undefined && { drained: backlog.started }),
        };
        const ended = await runFailback(request, { ...ports, ...(probes !== undefined && { probes }) });
        end = { ...ended, deviations: [...unfenced, ...ended.deviations] };
      } finally {
        await probes?.stop(true);
      }
    }
    const told = await reportOf({ plan, asked, end, startedAt, ...(probes !== undefined && { probes }) }, context);
    await writeReport(told, probes?.results ?? [], options['report-folder'], context);
    const { failure, outcome } = end;
    const details = { ...ENDS[outcome], failover: told, gates, ...(failure !== undefined && { failure }) };
    return runResult(
      environment,
      { command: 'failback', startedAt, instances: [], release: plan.release, ...details },
      context,
    );
  } finally {
    await Promise.all([...works.values()].map((work) => work.close()));
  }
};

/** @throws UserError `failback-which`, `unknown-target` */
function returningOf(
  to: string | undefined,
  inactive: readonly string[],
  targets: Parameters<typeof namedTarget>[1],
): string {
  const [only, ...others] = inactive;
  if (to !== undefined) return namedTarget(to, targets, 'to');
  if (only !== undefined && others.length === 0) return only;
  const found = only === undefined ? 'every target is active' : `${inactive.join(', ')} are not active`;
  throw new UserError('failback-which', `a failback needs to be told which target returns: ${found}`, {
    fix: ['Give its name as to.'],
  });
}

/** Who said yes is not asked again. */
function once(ask: () => Promise<void>): () => Promise<void> {
  let asked: Promise<void> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}
