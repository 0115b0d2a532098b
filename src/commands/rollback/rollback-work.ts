import type { RunContext } from '../../context.ts';
import { stateAtRisk } from '../../rollout/rollback-loss.ts';
import { lossSentence } from '../../rollout/rollback-plan.ts';
import type { InstanceRollback, RollbackAim, RollbackPorts } from '../../rollout/rollback-ports.ts';
import { createPaces, discardPreparation, executeStack, prepareStack, type StackPorts } from '../../stack/index.ts';
import type { Preparation, StackOutcome, StackRequest } from '../../stack/model.ts';
import { isStateful } from '../../template/stateful.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import type { ConsumerRoles } from '../consumer-roles.ts';
import { failedOutcome, failedPreparation } from '../deploy/failures.ts';
import { isOver } from '../deploy/pause-consumers.ts';
import type { Recorder } from '../deploy/recorder.ts';
import type { TargetWork } from '../deploy/target-work.ts';
import { workOf } from '../deploy/work-of.ts';
import { evaluateRollback, missingArtifacts } from './evaluate.ts';
import { placeOf, sentTemplate } from './recorded-template.ts';
import { resumeConsumers } from './resume-consumers.ts';
import { rollbackRequest, rolledBackStack } from './rollback-request.ts';

export interface RollbackOptions {
  readonly recorder: Recorder;
  readonly targets: ReadonlyMap<string, TargetWork>;
  /** Whose stacks they are. */
  readonly environment: Pick<Environment, 'application' | 'name'>;
  /** Consumers that run only where the environment is active; absent: none are marked. */
  readonly roles?: ConsumerRoles | undefined;
  /** A person accepted by name that data is lost. */
  readonly acceptDataLoss: boolean;
  /** Values that a person gave for secret parameters that changed. */
  readonly given: Readonly<Record<string, string>>;
}

/** A stack that is ready to return, or why it does not. */
export interface PreparedRollback {
  readonly instance: StackInstance;
  readonly step: InstanceRollback;
  /** Absent where it does not return. */
  readonly ready?: { readonly request: StackRequest; readonly preparation: Preparation };
  /** What was thrown on the way: the region is lost, credentials are refused … */
  readonly failed?: Extract<Preparation, { kind: 'failed' }>;
}

/** Returning stacks to what their records say, one at a time or shown beforehand. */
export interface RollbackWork extends RollbackPorts {
  /** Proves the record and its artifacts and makes the change set. Never throws for what AWS says. */
  prepare(instance: StackInstance, aim: RollbackAim): Promise<PreparedRollback>;
  /** Executes what was prepared. Never throws for what AWS says. */
  execute(prepared: PreparedRollback): Promise<StackOutcome>;
  /** Deletes a change set that nobody will execute. */
  discard(prepared: PreparedRollback): Promise<void>;
}

export function createRollbackWork(options: RollbackOptions, context: RunContext): RollbackWork {
  const { recorder, targets, roles, acceptDataLoss, given } = options;
  const pace = createPaces();
  const judged = { recorder, acceptDataLoss, given };

  const portsFor = (instance: StackInstance): StackPorts => {
    const work = workOf(instance, targets);
    const { clock, report, signal } = context;
    const beforeWrite = async (): Promise<void> => (await work.lease()).assertHeld();
    const { cloudformation } = work.session;
    return { cloudformation, clock, report, signal, beforeWrite, target: work.target.name, isStateful, pace };
  };

  async function prepare(instance: StackInstance, aim: RollbackAim): Promise<PreparedRollback> {
    const { step, found } = await evaluateRollback(instance, aim, { ...judged, missing: missingArtifacts }, context);
    if (step.kind !== 'returns' || found === undefined) return { instance, step };
    const { state, record, recorded } = found;
    const { session, bucket } = state;
    const { deadRuns } = await workOf(instance, targets).lease();
    const sent = await sentTemplate(recorded, placeOf(session, bucket));
    const { template } = recorded;
    const request = rollbackRequest(instance, { record, template, sent, stack: state.stack, given }, context);
    const place = { instance: instance.id, session, bucket };
    const stack = rolledBackStack(place, instance.target.name, request, { record, template, nested: recorded.nested });
    const preparation = await prepareStack(request, {
      ...portsFor(instance),
      deadRuns,
      describe: (parameters, deployed) => recorder.describe(stack, parameters, deployed),
    });
    const prepared = { instance, step, ready: { request, preparation } };
    const atRisk = preparation.kind === 'change-set' ? stateAtRisk(preparation.changes, isStateful) : [];
    if (atRisk.length === 0 || acceptDataLoss) return prepared;
    await discard(prepared);
    const refused = { kind: 'refused', reason: lossSentence(atRisk), needs: 'accept-data-loss' } as const;
    return { instance, step: { ...step, ...refused } };
  }

  /** A deployment that died, or gave up waiting, has left them disabled. */
  const resume = async (instance: StackInstance, outcome: Pick<StackOutcome, 'state'>): Promise<void> => {
    await resumeConsumers(instance, outcome, workOf(instance, targets), options, context);
    if (isOver(outcome.state)) await roles?.settle(instance);
  };

  async function execute({ instance, step, ready, failed }: PreparedRollback): Promise<StackOutcome> {
    const nothing = { failures: [], fix: [], outputs: {} };
    if (failed !== undefined) return { ...failed, outputs: {} };
    if (ready === undefined) {
      const reason = step.reason === undefined ? {} : { reason: step.reason };
      if (step.there) await resume(instance, { state: 'no-change' });
      return { ...nothing, state: step.there ? 'no-change' : 'skipped', ...reason };
    }
    const { request, preparation } = ready;
    switch (preparation.kind) {
      case 'failed':
        return { ...preparation, outputs: {} };
      case 'no-change':
        await resume(instance, { state: 'no-change' });
        return { ...nothing, state: 'no-change', stackId: preparation.stackId, outputs: preparation.outputs };
      case 'unreviewed':
      case 'recreate':
        return { ...nothing, state: 'skipped', reason: 'nothing was prepared' };
      case 'change-set': {
        await recorder.about(instance.id);
        const outcome = await executeStack(request, preparation, portsFor(instance));
        await resume(instance, outcome);
        if (outcome.state !== 'succeeded') return outcome;
        const { outputs, changedAt } = outcome;
        const state = 'rolled-back';
        await recorder.succeeded(instance.id, { state, outputs, ...(changedAt !== undefined && { changedAt }) });
        return { ...outcome, state };
      }
    }
  }

  async function discard({ instance, ready }: PreparedRollback): Promise<void> {
    if (ready?.preparation.kind !== 'change-set') return;
    try {
      await discardPreparation(ready.request, ready.preparation, portsFor(instance));
    } catch (error) {
      const text = `the change set of ${instance.id} could not be deleted: ${failedPreparation(error, context.signal).reason}`;
      context.report({ type: 'note', level: 'warning', text, target: instance.target.name });
    }
  }

  const tryPrepare: RollbackWork['prepare'] = async (instance, aim) => {
    try {
      return await prepare(instance, aim);
    } catch (error) {
      const failed = failedPreparation(error, context.signal);
      return { instance, failed, step: { instance: instance.id, kind: 'refused', reason: failed.reason, notes: [] } };
    }
  };
  const tryExecute: RollbackWork['execute'] = async (prepared) => {
    try {
      return await execute(prepared);
    } catch (error) {
      return failedOutcome(error, context.signal);
    }
  };

  return {
    prepare: tryPrepare,
    execute: tryExecute,
    discard,
    planRollback: async (instances, aim) => ({
      instances: await Promise.all(
        instances.map(async (instance) => (await evaluateRollback(instance, aim, judged, context)).step),
      ),
    }),
    rollBack: async (instance, aim) => {
      const prepared = await tryPrepare(instance, aim);
      const outcome = await tryExecute(prepared);
      // Another try makes its own change set: nobody executes this one.
      if (outcome.code !== undefined) await discard(prepared);
      return outcome;
    },
  };
}
