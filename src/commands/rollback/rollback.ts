import type { RunContext } from '../../context.ts';
import { errorText, UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import type { ReleaseRecord } from '../../records/release-record.ts';
import type { RolloutJournal } from '../../records/rollout-journal.ts';
import type { Plan } from '../../report/plan-report.ts';
import type { InstanceResult, RunResult } from '../../report/run-result.ts';
import type { RollbackAim } from '../../rollout/rollback-ports.ts';
import type { Environment } from '../../topology/model.ts';
import { activeReader } from '../active-targets.ts';
import type { Command } from '../command.ts';
import { createConsumerRoles } from '../consumer-roles.ts';
import { journalOf } from '../deploy/journal.ts';
import { proveTargets } from '../deploy/prove-targets.ts';
import { createRecorder, type Recorder } from '../deploy/recorder.ts';
import { createTargetWork, DEFAULT_LOCK_WAIT_MS, type TargetWork } from '../deploy/target-work.ts';
import { endRevert } from '../end-revert.ts';
import { environmentOf } from '../environment.ts';
import { refuseOpenDrill } from '../refuse-drill.ts';
import { runResult } from '../result.ts';
import { tellLaterGates } from '../tell-later-gates.ts';
import { chooseAim } from './choose-aim.ts';
import { doesReturn } from './evaluate.ts';
import { executeRollbacks } from './execute-rollbacks.ts';
import { keepReturnedPlan } from './keep-plan.ts';
import { notExecuted } from './not-executed.ts';
import { readRecordedState } from './recorded-state.ts';
import { type RollbackTraffic, rollbackTraffic } from './return-ports.ts';
import { createRollbackWork, type PreparedRollback, type RollbackOptions, type RollbackWork } from './rollback-work.ts';
import { releaseOf, returnOrder, rollbackPlan, shownTraffic } from './shown-plan.ts';

/** Returns every target to a release that is recorded there. */
export const rollback: Command = async (options, context) => {
  const startedAt = context.clock.now();
  // Parameters come from the records; those that are given stand in for what no record holds.
  const { to, parameters: _given, ...others } = options;
  if (to === undefined) {
    throw new UserError('release-missing', 'rollback needs to be told which release', {
      fix: [`Name it with ${context.nameOption('to')}: its id, its commit, or previous.`],
    });
  }
  const chosen = await environmentOf(others, context, { templates: false });
  const { environment, whole } = chosen;
  const dryRun = options['dry-run'] === true;
  const { application, name } = environment;
  const targets = environment.targets.map((target) => target.name);
  const started = { type: 'run.started', command: 'rollback', version: context.version, application } as const;
  context.report({ ...started, environment: name, targets, dryRun });
  const works = createTargetWork(
    environment,
    {
      command: 'rollback',
      lockWaitMs: options['lock-wait'] ?? DEFAULT_LOCK_WAIT_MS,
      leases: !dryRun,
      makesBuckets: false,
    },
    context,
  );
  try {
    const reachable = await proveTargets(works, options, context);
    const recorder = createRecorder({ application, environment: name }, context);
    const roles = dryRun ? undefined : createConsumerRoles(whole, reachable, context);
    const work = rollbackWorkOf({ environment, targets: works, recorder, roles }, options, context);
    if (!dryRun) await waitForDrill(environment, reachable, context);
    const { chains, returning } = await provenChains(environment, reachable, recorder, context);
    const aim = chooseAim(to, chains, { returning, silent: reachable.length < works.size });
    const prepared = await prepareAll(environment, aim, work, context);
    const journal = journalOf(environment, reachable, context);
    const release = releaseOf(prepared);
    const { traffic, plan } = await planned(
      environment,
      prepared,
      async () => {
        const rollout = environment.traffic && (await readable(() => journal.readAll(), context));
        return rollbackTraffic({ environment, reachable, release, rollout }, context);
      },
      context,
    ).catch(async (error: unknown) => {
      await discardAll(prepared, work);
      throw error;
    });
    context.report({ type: 'plan.ready', plan });
    // With some targets only, the rollout is still open in the others.
    const all = options.targets === undefined;
    const begin = async (): Promise<void> => (all ? withoutRevert(environment, journal, context) : undefined);
    const end = await carryOut(environment, prepared, { work, aim, dryRun, traffic, begin }, context);
    if (isReturned(end) && all) await closeRollout(environment, journal, context);
    if (!dryRun && end.instances.some(({ state }) => state === 'rolled-back' || state === 'no-change'))
      await keepReturnedPlan(chosen, prepared, end.instances, options['dr-plan-file'], context);
    if (!dryRun) await tellLaterGates(environment, end.instances, context);
    const details = { command: 'rollback', startedAt, plan, ...(release !== undefined && { release }) };
    return runResult(environment, { ...details, ...end }, context);
  } finally {
    await Promise.all([...works.values()].map((each) => each.close()));
  }
};

function rollbackWorkOf(
  parts: Pick<RollbackOptions, 'environment' | 'targets' | 'recorder' | 'roles'>,
  options: Options,
  context: RunContext,
): RollbackWork {
  const { parameters } = options;
  if (parameters !== undefined && parameters.files.length > 0) {
    throw new UserError('parameter-files', 'a rollback takes its parameters from the records', {
      fix: [`Give only secret values that have changed since, as ${context.nameOption('parameters')} Name=value.`],
    });
  }
  const acceptDataLoss = options['accept-data-loss'] === true;
  return createRollbackWork({ ...parts, acceptDataLoss, given: parameters?.values ?? {} }, context);
}

/**
 * What each reachable stack vouches for, and each of those that a rollback takes back. One that cannot be read is refused
 * when its turn comes, with the reason.
 */
async function provenChains(
  environment: Environment,
  reachable: readonly TargetWork[],
  recorder: Recorder,
  context: RunContext,
): Promise<Readonly<Record<'chains' | 'returning', readonly (readonly ReleaseRecord[])[]>>> {
  const names = new Set(reachable.map(({ target }) => target.name));
  const asked = environment.instances.filter(({ target }) => names.has(target.name));
  const found = await Promise.all(
    asked.map(async (instance) => {
      const state = await readRecordedState(instance, recorder, context).catch(() => undefined);
      const known = state !== undefined && state.proof.kind !== 'none';
      return known ? [{ records: state.proof.records, returns: doesReturn(instance) }] : [];
    }),
  );
  const all = found.flat();
  return {
    chains: all.map(({ records }) => records),
    returning: all.filter(({ returns }) => returns).map(({ records }) => records),
  };
}

async function prepareAll(
  environment: Environment,
  aim: RollbackAim,
  work: RollbackWork,
  context: RunContext,
): Promise<readonly PreparedRollback[]> {
  return Promise.all(
    environment.instances.map(async (instance) => {
      const state = { instance: instance.id, target: instance.target.name, stack: instance.stack.key };
      context.report({ type: 'instance.state', ...state, state: 'planning' });
      const prepared = await work.prepare(instance, aim);
      context.report({ type: 'instance.state', ...state, state: 'planned' });
      return prepared;
    }),
  );
}

/** The plan as it is shown, and the traffic as it was looked at for it. Where nothing will be done nothing is looked at. */
async function planned(
  environment: Environment,
  prepared: readonly PreparedRollback[],
  look: () => Promise<RollbackTraffic>,
  context: RunContext,
): Promise<{ readonly plan: Plan; readonly traffic?: RollbackTraffic }> {
  if (blockingOf(prepared).length > 0 || context.signal.aborted) {
    return {
      plan: rollbackPlan(environment, prepared, returnOrder(environment, prepared, { resumes: false }, undefined)),
    };
  }
  const traffic = await look();
  const phases = returnOrder(environment, prepared, traffic, await shownTraffic(environment, traffic, context));
  return { plan: rollbackPlan(environment, prepared, phases), traffic };
}

/**
 * What AWS would do to the traffic of a rollout that waits is taken away before anything moves: it must not strike what has
 * returned. Where that cannot be done the way back is not blocked: against other weights than it was made for it does nothing.
 */
async function withoutRevert(environment: Environment, journal: RolloutJournal, context: RunContext): Promise<void> {
  try {
    const last = await journal.readAll();
    if (last?.revert === undefined) return;
    await endRevert(last, environment, context);
    const { revert: _, ...rollout } = last;
    await journal.save({ ...rollout, revision: last.revision + 1 }, 'everywhere');
  } catch (error) {
    context.signal.throwIfAborted();
    context.report({ type: 'note', level: 'warning', text: errorText(error) });
  }
}

/** An environment that has returned has no rollout that anybody could continue. */
async function closeRollout(environment: Environment, journal: RolloutJournal, context: RunContext): Promise<void> {
  try {
    const last = await journal.readAll();
    if (last === undefined || last.course === 'closed') return;
    await endRevert(last, environment, context);
    const { paused: _, revert: __, ...rollout } = last;
    await journal.save({ ...rollout, course: 'closed', revision: last.revision + 1 }, 'everywhere');
  } catch (error) {
    // The stacks have returned: their result must reach the user.
    const text = `the rollout that was open is not closed, so the next deployment may be refused (abort closes it): ${errorText(error)}`;
    context.report({ type: 'note', level: 'warning', text });
  }
}

function isReturned({ status }: End): boolean {
  return status === 'succeeded' || status === 'no-change';
}

/** Without it the weights that the stacks had are taken for those to restore. */
async function readable<T>(read: () => Promise<T>, context: RunContext): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const text = `what the last rollout did to the weights is not known: ${errorText(error)}`;
    context.report({ type: 'note', level: 'warning', text });
    return undefined;
  }
}

type End = { readonly instances: readonly InstanceResult[] } & Partial<Pick<RunResult, 'status' | 'failure' | 'gates'>>;

/** A drill that is at work is waited for like everybody else. @throws UserError `drill-open` for one that is dead */
async function waitForDrill(
  environment: Environment,
  reachable: readonly TargetWork[],
  context: RunContext,
): Promise<void> {
  if (environment.failover === undefined) return;
  await Promise.allSettled(reachable.map((work) => work.lease()));
  refuseOpenDrill(await activeReader(environment, reachable, context).state());
}

interface CarryOut {
  readonly work: RollbackWork;
  readonly aim: RollbackAim;
  readonly dryRun: boolean;
  /** Absent where nothing is to be done. */
  readonly traffic: RollbackTraffic | undefined;
  /** Called before the first change. */
  begin(): Promise<void>;
}

/** What somebody has to decide stops all of it while nothing has changed; a region that is lost does not. */
function blockingOf(prepared: readonly PreparedRollback[]): readonly string[] {
  const refused = prepared.filter(({ step, failed }) => step.kind === 'refused' && failed?.state !== 'unreachable');
  const broken = prepared.filter(({ ready }) => ready?.preparation.kind === 'failed');
  return [...new Set([...refused, ...broken].map(({ instance }) => instance.id))];
}

async function discardAll(prepared: readonly PreparedRollback[], work: RollbackWork): Promise<void> {
  await Promise.all(prepared.map((item) => work.discard(item)));
}

async function carryOut(
  environment: Environment,
  prepared: readonly PreparedRollback[],
  { work, aim, dryRun, traffic, begin }: CarryOut,
  context: RunContext,
): Promise<End> {
  const blocking = blockingOf(prepared);
  if (traffic === undefined || dryRun || context.signal.aborted) {
    await discardAll(prepared, work);
    const why = blocking.length > 0 ? `nothing was changed: ${blocking.join(', ')} cannot return` : 'planned only';
    const instances = notExecuted(environment, prepared, why, context.signal.aborted);
    if (blocking.length > 0) return { instances, status: 'failed', failure: why };
    return { instances, status: context.signal.aborted ? 'cancelled' : 'planned' };
  }
  const returning = prepared.filter(({ ready }) => ready?.preparation.kind === 'change-set');
  if (returning.length > 0) {
    try {
      const question = `Roll back ${returning.length} stacks of ${environment.name}?`;
      if (!(await context.confirm(question)))
        throw new UserError('declined', 'nothing was rolled back', { fix: ['Answer y, or add --yes.'] });
    } catch (error) {
      await discardAll(prepared, work);
      throw error;
    }
  }
  await begin();
  return executeRollbacks(environment, prepared, work, { traffic, aim }, context);
}
